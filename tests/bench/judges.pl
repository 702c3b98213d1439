# judges: SpamAssassin as a service of one line per mail, for judges.mjs.
#
# In: the path of a mail per line. Out: a line with its score. Local rules only:
# no network, no learning.
use strict;
use warnings;
use Mail::SpamAssassin;

my $judge = Mail::SpamAssassin->new({
    local_tests_only => 1, dont_copy_prefs => 1, userprefs_filename => '/dev/null',
    post_config_text => "use_bayes 0\nuse_auto_whitelist 0\n",
});
$judge->compile_now(0, 0);
$| = 1;
print "ready\n";
while (my $path = <STDIN>) {
    chomp $path;
    open my $file, '<:raw', $path or die "$path: $!";
    my @lines = <$file>;
    my $mail = $judge->parse(\@lines);
    my $status = $judge->check($mail);
    print $status->get_score(), "\n";
    $status->finish();
    $mail->finish();
}
