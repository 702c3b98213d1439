# completion for fish: commands, options, their words, files.
set -l commands check link codes catalogue version
complete -c honmono -f
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -a check -d 'one verdict, or one per message'
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -a link -d 'where links really lead'
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -a codes -d 'what QR codes in pictures hold'
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -a catalogue -d 'everything that can be said'
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -a version -d 'the version'
complete -c honmono -n "not __fish_seen_subcommand_from $commands" -l help -d 'a short reminder'
complete -c honmono -n '__fish_seen_subcommand_from check codes' -F
complete -c honmono -n '__fish_seen_subcommand_from check' -l kind -x -a 'auto source html text link' -d 'what the message is'
complete -c honmono -n '__fish_seen_subcommand_from check' -l options -r -d 'what is registered and answered'
complete -c honmono -n '__fish_seen_subcommand_from check' -l ndjson -d 'one line per file'
complete -c honmono -n '__fish_seen_subcommand_from check' -l mbox -d 'one line per message of an mbox'
complete -c honmono -n '__fish_seen_subcommand_from check' -l lines -d 'one line per line of standard input'
complete -c honmono -n '__fish_seen_subcommand_from check' -l jobs -x -d 'processes, 0 for one per core'
