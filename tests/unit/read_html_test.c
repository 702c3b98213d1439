/* read_html_test: html.h on small pieces of markup: structure, links, and the
 * ways in which attackers hide from a reader like this one, beside what honest
 * newsletters do that looks alike. Each row says what it is about. */
#include "base/arena.h"
#include "base/oddity.h"
#include "check.h"
#include "read/html/html.h"

static struct arena arena;
static struct document document;
static struct oddities oddities;

static void read(const char *markup) {
    struct html_context context = {.place = STR("1")};
    arena_release(&arena);
    oddities = (struct oddities){0};
    document_start(&arena, &document);
    html_read(&arena, &document, str_from(markup), &context, &oddities);
    document_finish(&document);
}

/* ---- what is seen, and what is not ---- */

struct seen_row {
    const char *about, *markup, *seen, *hidden;
};

/* Blocks are parted by "|". */
static struct str one_line(struct str text) {
    struct str_builder builder;
    str_builder_init(&builder, &arena, text.size + 1);
    for (size_t i = 0; i < text.size; i++) str_builder_byte(&builder, text.at[i] == '\n' ? '|' : text.at[i]);
    return str_builder_view(&builder);
}

static void check_seen(const struct seen_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        read(rows[i].markup);
        unsigned long failures = check_failures;
        CHECK_STR(one_line(document.text), str_from(rows[i].seen));
        CHECK_STR(one_line(document.hidden_text), str_from(rows[i].hidden));
        if (check_failures != failures) printf("    %s: %s\n", rows[i].about, rows[i].markup);
    }
}

#define CHECK_SEEN(rows) check_seen((rows), sizeof(rows) / sizeof *(rows))

static const struct seen_row structure_rows[] = {
    {"white space collapses", "<p> a \n\t b  </p>", "a b", ""},
    {"a line break ends a block", "a<br>b<br/>c</br>d", "a|b|c|d", ""},
    {"blocks part text", "a<div>b</div>c<p>d<p>e", "a|b|c|d|e", ""},
    {"spans do not", "a<span>b</span><i>c</i>", "abc", ""},
    {"space round inline tags", "a <b> b</b> c", "a b c", ""},
    {"preformatted lines stay", "<pre>\n a\n  b</pre>c", "a|  b|c", ""},
    {"pre-line keeps lines", "<p style='white-space:pre-line'>a\n  b</p>", "a|b", ""},
    {"references", "&lt;a&gt; &#x30a2;&#12510; &amp &copy2 &notit; &NotEqualTilde;", "<a> アマ & ©2 ¬it; ≂̸",
     ""},
    {"no-break spaces at the ends are no text", "<p>&nbsp;</p><p>&nbsp;a&nbsp;b&nbsp;</p>",
     "a\xC2\xA0"
     "b",
     ""},
    {"script, style and title are not text", "<title>t</title><script>s<b></script><style>.a{}</style>x", "x",
     ""},
    {"raw text ends at its own end tag only", "<style></styl></style><textarea><b>x</b></textarea>y",
     "<b>x</b>|y", ""},
    {"noscript is read, scripts never run in mail", "<noscript>a <b>b</b></noscript>", "a b", ""},
    {"a comment is nothing", "a<!-- x --><!--> b <!--->c", "a b c", ""},
    {"unclosed comment", "a<!-- b", "a", ""},
    {"a tag cut off at the end", "a<b href=", "a", ""},
    {"list items", "<ul><li>a<li>b<p>c</ul>d", "a|b|c|d", ""},
    {"table cells", "<table><tr><td>a<td>b<tr><td>c</table>", "a|b|c", ""},
    {"text in a table stands before it, but is not lost", "<table><tr>x<td>a</table>", "x|a", ""},
    {"alt text", "a <img src=x alt=' Amazon  logo '> b", "a Amazon logo b", ""},
    {"options and buttons", "<select><option>a<option>b</select><button>c</button>", "a|b|c", ""},
    {"frames take the place of the body", "<frameset><frame src=x></frameset>y", "", ""},
    {"svg text", "<svg><title>no</title><text>yes</text></svg>", "yes", "no"},
    {"what fields show", "<input value='a'><input type=text placeholder=b><input type=password value=c>",
     "ab", ""},
    {"fields that show no words", "<input type=hidden value=a><input type=checkbox value=b>x", "x", ""},
    {"a list's number is a word when it is long",
     "<ol start=5055551234><li>a<li value=0120111222>b<li value=3>c", "5055551234.|a|0120111222. b|c", ""},
    {"CDATA is text only in svg", "<svg><![CDATA[a<b]]></svg><![CDATA[c]]>", "a<b", ""},
};

/* Ways to hide that do not: a browser draws the text. */
static const struct seen_row drawn_rows[] = {
    {"a block moved to the left is wider: its text is still on the right",
     "<p style='margin-left:-9999px;text-align:right'>seen</p>", "seen", ""},
    {"a block moved up over the one above", "<p style='height:9999px'><p style='margin-top:-9999px'>seen",
     "seen", ""},
    {"without a doctype a table starts with a font size of its own",
     "<b style='font-size:1px'><table><tr><td style='font-size:50%'>seen</table></b>", "seen", ""},
};

/* Words that only a style sheet writes; a browser draws them. */
static const struct seen_row written_rows[] = {
    {"content", "<style>p::after{color:red;content:'call 0120' \"-111\" url(x)}</style><p>a",
     "a|call 0120-111", ""},
    {"escapes", "<style>p:after{c\\6fNtent:\"\\30 120\\2d 11\\\n1\\\"\"}</style>a", "a|0120-111\"", ""},
    {"a name that only looks like it", "<style>p{x-content:'evil'}content:'a{b'</style>a", "a|a{b", ""},
    {"strings of selectors, fonts and comments say nothing",
     "<style>/* content:'no' */ a[title='content:no'],b{font-family:'no';src:url('no')}</style>a", "a", ""},
    {"quotation marks, bullets and icon fonts say nothing",
     "<style>i{content:'\\e900'}b{content:'\xE2\x80\xA2 '}q{quotes:'\xE3\x80\x8C' "
     "'\xE3\x80\x8D'}u{content:''}</style>a",
     "a", ""},
    {"markers of lists, marks of quotes and of lines that are too long",
     "<li style=\"list-style-type:'call 1'\">a<q style='quotes:\"call 2\" \"\"'>b</q>"
     "<p style='text-overflow:\"call 3\"'>c</p>",
     "ab|c|call 1 call 2 call 3", ""},
    {"counter styles", "<style>@counter-style x{system:cyclic;symbols:'0120-111-222';suffix:''}</style>a",
     "a|0120-111-222", ""},
    {"rules inside rules",
     "<style>div{&::before{content:'call'}}@media all{p{q::after{content:'me'}}}</style>a", "a|call me", ""},
    {"a string that does not end", "<style>p::after{content:'call\n}b::after{content:'me'}</style>a",
     "a|call me", ""},
    {"a backslash and a line break inside a string", "<style>p::after{content:'ca\\\nll\\'}</style>a",
     "a|call'}", ""},
    {"url() hides no quote", "<style>a{background:url(x'y)}p::after{content:'call'}</style>a", "a|call", ""},
};

/* Text that is drawn in another order than it is written. */
static void check_reordered(void) {
    static const struct {
        const char *markup;
        bool reordered;
    } rows[] = {{"<bdo dir=rtl>8765-4321-050</bdo>", true},
                {"<bdo style='direction:rtl'>8765-4321-050</bdo>", true},
                {"<bdo dir=ltr>050-1234-5678</bdo>", false},
                {"<p style='unicode-bidi:bidi-override;direction:rtl'>8765</p>", true},
                {"<div dir=rtl>5678 1234 050</div>", true},
                {"<table dir=rtl><td dir=ltr>2026</td></table>", false},
                {"<div dir=rtl>ab 12</div>", false},
                {"<div style='display:flex;flex-direction:row-reverse'><b>5678</b><b>050-</b></div>", true},
                {"<p>&#x202e;8765&#x202c;</p>", true},
                {"<p>&#x200e;050&#x2069;</p>", false},
                {"<p>&#x202b;250-1234567-7654321</p>", false},
                {"<p>\xe6\xb3\xa8\xe6\x96\x87 &#x202b;250-1234567-7654321</p>", false},
                {"<p>&#x202b;5678 1234 050</p>", true},
                {"<p>&#x202b;050&#x202c; 1234</p>", true},
                {"<p>call &#x2067;5678 1234&#x2069;</p>", true},
                {"<p dir=auto>\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d 12</p>", false},
                {"<p>a&#x202e;moc.nozama</p>", true},
                {"<p hidden><bdo dir=rtl>8765</bdo></p>", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        read(rows[i].markup);
        unsigned long failures = check_failures;
        CHECK((document.reordered > 0) == rows[i].reordered);
        if (check_failures != failures) printf("    %s\n", rows[i].markup);
    }
}

static void check_computed(void) {
    static const struct {
        const char *css;
        bool computed;
    } rows[] = {{"p::after{content:attr(data-x)}", true},
                {"p::after{content:'a' counter(x)}", true},
                {"p::after{content:var(--x)}", true},
                {"p::after{content:' (' attr(href) ')'}", false},
                {"p{width:calc(1px + var(--x));color:var(--y)}", false},
                {"p::after{content:url(var(x))}", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char markup[200];
        snprintf(markup, sizeof markup, "<style>%s</style>a", rows[i].css);
        read(markup);
        CHECK((oddities.count[ODDITY_style_text_computed] > 0) == rows[i].computed);
    }
}

/* Each hides "evil" from a person; a reader that does not notice would quote it. */
static const struct seen_row trick_rows[] = {
    {"display none", "a<p style=display:none>evil</p>", "a", "evil"},
    {"in capitals, with a comment and an escape", "a<p STYLE='DIS\\50 LAY/**/ : /**/NONE'>evil</p>", "a",
     "evil"},
    {"references in the attribute", "a<p style='display&colon;none'>evil</p>", "a", "evil"},
    {"important wins", "a<p style='display:none!important;display:block'>evil</p>", "a", "evil"},
    {"visibility", "a<p style='visibility:hidden'>evil<b style='visibility:visible'>seen</b></p>", "a|seen",
     "evil"},
    {"opacity", "a<p style='opacity:0'>evil</p>", "a", "evil"},
    {"opacity multiplied", "a<div style='opacity:.2'><p style='opacity:20%'>evil</p></div>", "a", "evil"},
    {"filter", "a<p style='filter:opacity(0)'>evil</p>", "a", "evil"},
    {"font of no size", "a<span style='font-size:0'>evil</span>b", "ab", "evil"},
    {"font shorthand", "a<span style='font:0/0 a'>evil</span>b", "ab", "evil"},
    {"tiny font by em", "<p style='font-size:14px'>a<span style='font-size:.1em'>evil</span>b", "ab", "evil"},
    {"no height", "a<div style='height:0;overflow:hidden'>evil</div>", "a", "evil"},
    {"no width", "a<div style='max-width:0;overflow:hidden'>evil</div>", "a", "evil"},
    {"the same colour", "a<font color=#ffffff>evil</font>b", "ab", "evil"},
    {"nearly the same colour", "a<span style='color:#fefefe'>evil</span>b", "ab", "evil"},
    {"colour of a cell", "<table><tr><td bgcolor=navy><font color='#000080'>evil</font>a</table>", "a",
     "evil"},
    {"colour by class", "<style>.w{color:white}</style>a<i class='x w'>evil</i>", "a", "evil"},
    {"colours by other functions",
     "a<i style='color:hsl(0,0%,100%)'>evil</i><i style='color:rgb(100% 100% 100%)'>evil</i>", "a",
     "evilevil"},
    {"transparent colour", "a<i style='color:transparent'>evil</i><i style='color:#00000000'>evil</i>", "a",
     "evilevil"},
    {"fill colour", "a<i style='-webkit-text-fill-color:transparent'>evil</i>", "a", "evil"},
    {"off the screen", "a<div style='position:absolute;left:-9999px'>evil</div>", "a", "evil"},
    {"indented away", "a<div style='text-indent:-999em'>evil</div>", "a", "evil"},
    {"margin of a box in a line", "a<b style='display:inline-block;margin:0 0 0 -2000px'>evil</b>", "a",
     "evil"},
    {"clipped", "a<div style='position:absolute;clip:rect(0 0 0 0)'>evil</div>", "a", "evil"},
    {"clip path", "a<div style='clip-path:inset(50%)'>evil</div>", "a", "evil"},
    {"scaled to nothing", "a<div style='transform:scale(0)'>evil</div>", "a", "evil"},
    {"the hidden attribute", "a<p hidden>evil</p>", "a", "evil"},
    {"template", "a<template>evil</template>b", "ab", "evil"},
    {"rule of a style sheet", "<style>div.x > p{display:none}</style>a<div class=x><p>evil</div>", "a",
     "evil"},
    {"a style sheet at the end", "a<p class=x>evil</p><style>.x{display:none}</style>", "a", "evil"},
    {"id and list of selectors", "<style>h9,#x , .y{display:none}</style>a<p id=x>evil", "a", "evil"},
    {"class attribute test", "<style>[class~='x']{display:none}</style>a<p class='y x'>evil", "a", "evil"},
    {"inside @media that holds everywhere", "<style>@media screen{.x{display:none}}</style>a<p class=x>evil",
     "a", "evil"},
    {"a word with nothing inside", "ama<span style='display:none'>evil</span>zon", "amazon", "evil"},
    {"a word with a hidden block inside", "ama<div style='display:none'><p>evil</p></div>zon", "amazon",
     "evil"},
    {"zero-width characters", "Ama&#8203;zo&zwnj;n A&shy;mazon", "Amazon Amazon", ""},
    {"bidi controls", "a&#x202e;b&#x202c;", "ab", ""},
    {"controls that nothing draws", "Ama&#1;zon", "Amazon", ""},
    {"table content that moves out of a hidden row is seen",
     "<table><tr style='display:none'>evil is seen<td>evil</table>", "evil is seen", "evil"},
    {"a block that a second anchor moves out of a hidden element is seen",
     "<a href=x><span hidden>b<div>evil is seen<a href=y></a>", "evil is seen", "bevil is seen"},
    {"a hidden table's own parent decides for what moves out",
     "<p style='display:none'><table><tr>evil</table></p>a", "a", "evil"},
};

/* Honest mail, or a trick the other way: text that seems hidden and is not. */
static const struct seen_row near_miss_rows[] = {
    {"preheader",
     "<div style='display:none;max-height:0;overflow:hidden;mso-hide:all'>Order sent "
     "&#847;&zwnj;&nbsp;</div>Hello",
     "Hello", "Order sent"},
    {"white text on a button", "<a href=x style='background:#f90;color:#fff;padding:9px'>Track</a>", "Track",
     ""},
    {"white text on a coloured cell",
     "<table><tr><td style='background-color:#232f3e'><p style='color:#fff'>a</table>", "a", ""},
    {"white text on a picture", "<div style='background:url(x.jpg);color:#fff'>a</div>", "a", ""},
    {"white text on a picture of old", "<table><tr><td background=x.jpg><font color=white>a</table>", "a",
     ""},
    {"white text on a gradient", "<p style='background:linear-gradient(#000,#111);color:#fff'>a", "a", ""},
    {"links are blue whatever is round them", "<font color=white><a href=x>a</a></font>", "a", ""},
    {"a copy for phones is shown there",
     "<style>.m{display:none}@media (max-width:600px){.m{display:block!important}}</style><div "
     "class=m>a</div>",
     "a", ""},
    {"an inline style that a phone overrules",
     "<style>@media only screen and "
     "(max-width:480px){.m{display:block!important;max-height:none!important}}</style>"
     "<div class=m style='display:none;max-height:0'>a</div>",
     "a", ""},
    {"a desktop copy that phones hide",
     "<style>@media (max-width:600px){.d{display:none!important}}</style><p class=d>a", "a", ""},
    {"a dark scheme's colours", "<style>@media (prefers-color-scheme:dark){p{color:#fff}}</style><p>a", "a",
     ""},
    {"print rules", "<style>@media print{p{display:none}}</style><p>a", "a", ""},
    {"font size nothing on the row, set again in the cell",
     "<table style='font-size:0'><tr><td style='font-size:14px'>a</table>", "a", ""},
    {"an inline box has no height", "<span style='height:0;overflow:hidden'>a</span>", "a", ""},
    {"no height but nothing cut off", "<div style='height:0'>a</div>", "a", ""},
    {"a cell's height is the least it has", "<table><tr><td style='height:0;overflow:hidden'>a</table>", "a",
     ""},
    {"an invalid value is no value",
     "<p style='display:none;display:blok;visibility:hiden'>b</p><p style='opacity:x'>a", "a", "b"},
    {"a rule whose selector nothing fits", "<style>.no .x p{display:none}</style><div class=x><p>a</div>",
     "a", ""},
    {"a rule for a state", "<style>p:hover{display:none} p::after{display:none}</style><p>a", "a", ""},
    {"a comment in CSS", "<style>/* p{display:none} */ p{color:#000}</style><p>a", "a", ""},
    {"a shadow draws what the colour does not", "<p style='color:transparent;text-shadow:0 0 0 #000'>a", "a",
     ""},
    {"letters cut out of a picture",
     "<p style='background:linear-gradient(red,blue);background-clip:text;color:transparent'>a", "a", ""},
    {"light grey on white can be read", "<p style='color:#999'>a", "a", ""},
    {"small relative sizes are drawn larger", "<p style='font-size:.1em'>a", "a", ""},
    {"only the first line is indented", "<div style='text-indent:-9999px'>b<br>a</div>", "a", "b"},
    {"a margin moves its own line only", "<i style='margin-left:-9999px'>b<div>a</div>c</i>", "a|c", "b"},
    {"a line inside a line is not indented", "<p>a <i style='text-indent:-9999px'>b</i></p>", "a b", ""},
    {"cells have no margins", "<table><tr><td style='margin-left:-9999px'>a</table>", "a", ""},
    {"hidden for Outlook alone", "<p style='mso-hide:all'>a", "a", ""},
    {"lengths without a unit count for nothing in standards mode", "<!doctype html><p style='font-size:1'>a",
     "a", ""},
    {"a style beaten by an important rule",
     "<style>p{display:block!important}</style><p style='display:none'>a", "a", ""},
    {"variation selectors and joiners of honest text", "<p>葛&#xE0100;城", "葛城", ""},
};

/* ---- links ---- */

/* "source[ hidden]:shown>target" for each, parted by " ; ". */
static struct str links_line(void) {
    struct str_builder builder;
    str_builder_init(&builder, &arena, 64);
    for (size_t i = 0; i < document.links.size; i++) {
        const struct link *link = &document.links.at[i];
        if (i) str_builder_str(&builder, STR(" ; "));
        str_builder_str(&builder, str_from(link_source_name(link->source)));
        if (link->hidden) str_builder_byte(&builder, ' ');
        str_builder_str(&builder, str_from(hidden_name(link->hidden)));
        if (link->button) str_builder_str(&builder, STR(" button"));
        if (link->image_only) str_builder_str(&builder, STR(" image"));
        if (link->empty) str_builder_str(&builder, STR(" empty"));
        if (link->covering) str_builder_str(&builder, STR(" covering"));
        str_builder_byte(&builder, ':');
        str_builder_str(&builder, link->shown);
        str_builder_byte(&builder, '>');
        str_builder_str(&builder, link->target);
    }
    return str_builder_view(&builder);
}

static const struct {
    const char *about, *markup, *links;
} link_rows[] = {
    {"plain", "<a href=' http://x/?a=1&amp;b '>go <b>there</b></a>", "a:go there> http://x/?a=1&b "},
    {"the first of two attributes counts", "<a href=one HREF=two>x</a>", "a:x>one"},
    {"an anchor in an anchor ends it", "<a href=1>x<a href=2>y</a>z</a>", "a:x>1 ; a:y>2"},
    {"an unclosed anchor goes on in the next paragraph", "<p><a href=1>x<p>y", "a:x>1 ; a:y>1"},
    {"an anchor round blocks", "<a href=1><div>x</div><div>y</div></a>z", "a:x y>1"},
    {"an anchor that ends inside a block it opened before", "<a href=1><div>x</a>y</div>", "a:x>1"},
    {"... with text before", "<a href=1>w<div>x</a>y</div>", "a:w>1 ; a:x>1"},
    {"a table inside an anchor", "<a href=1><table><tr><td>x</table></a>y", "a:x>1"},
    {"an anchor in a table without a cell", "<table><a href=1><tr><td>x</table>y", "a:y>1"},
    {"slash instead of space", "<a/href=1/>x</a>", "a:x>1/"},
    {"quotes in the wrong place", "<a href=\"1\"href=2'>x</a>", "a:x>1"},
    {"a line break inside the target", "<a href='ht\ntp://x'>y</a>", "a:y>ht\ntp://x"},
    {"area, form, button, refresh, frame",
     "<meta http-equiv=Refresh content='0; URL=\"r\"'><map><area href=a alt=A></map><form action=f><input "
     "type=submit value=Send>"
     "<button formaction=b>B</button></form><iframe src=i></iframe>",
     "refresh:>r ; area:A>a ; form button:Send>f ; button button:B>b ; frame:>i"},
    {"svg", "<svg><a xlink:href=1><text>x</text></a></svg>", "a:x>1"},
    {"math, which Firefox follows", "<math><mtext href=1>x</mtext></math>", "a:x>1"},
    {"an empty anchor", "x<a href=1></a><a href=2> &nbsp; </a>",
     "a empty-anchor empty:>1 ; a empty-anchor empty:>2"},
    {"an anchor that is hidden", "<p style='display:none'><a href=1>x</a>", "a display-none:x>1"},
    {"an anchor partly hidden shows what is seen", "<a href=1>x<i style='display:none'>amazon.co.jp</i></a>",
     "a:x>1"},
    {"a transparent anchor over everything",
     "<a href=1 style='position:absolute;top:0;left:0;width:100%;height:100%;opacity:0'></a>x",
     "a transparent covering:>1"},
    {"an anchor laid over with inset", "<a href=1 style='position:fixed;inset:0'></a>x", "a covering:>1"},
    {"a picture", "<a href=1><img src=x alt=Amazon></a>", "a image:Amazon>1"},
    {"a picture without words", "<a href=1><img src=x></a>", "a image:>1"},
    {"a counter picture", "<a href=1><img src=x width=1 height=1></a>", "a empty-anchor empty:>1"},
    {"a hidden frame", "<iframe src=1 width=0 height=0></iframe>", "frame zero-size:>1"},
    {"button by its own style", "<a href=1 style='background:#f90;padding:8px'>x</a>", "a button:x>1"},
    {"button by its border", "<a href=1 style='border:1px solid #000;display:inline-block'>x</a>",
     "a button:x>1"},
    {"button by its cell", "<table><tr><td bgcolor=#f90><a href=1>x</a></td></tr></table>", "a button:x>1"},
    {"button by a block round it", "<div style='background-color:red;padding:5px'><a href=1>x</a></div>",
     "a button:x>1"},
    {"button by what is inside", "<a href=1><span style='background:red;display:block'>x</span></a>",
     "a button:x>1"},
    {"no button: a link in a coloured text",
     "<div style='background:#eee;padding:5px'>see <a href=1>x</a></div>", "a:x>1"},
    {"what Outlook shows",
     "<!--[if mso]><v:roundrect href='v'><center>Go</center></v:roundrect><![endif]--><a href=1>Go</a>",
     "vml conditional-comment button:Go>v ; a:Go>1"},
    {"what Outlook does not show",
     "<!--[if !mso]><a href=no>x</a><![endif]--><!--[if lt mso 12]><a href=no>x</a><![endif]-->", ""},
    {"shown to all but Outlook", "<!--[if !mso]><!--><a href=1>x</a><!--<![endif]-->", "a:x>1"},
    {"a link that only a comment holds", "<!-- <a href=no>x</a> -->", ""},
    {"a link in raw text is none", "<textarea><a href=no>x</a></textarea><title><a href=no>x</a></title>",
     ""},
    {"a link behind a false end of a script", "<script><!-- <script></script> --></script><a href=1>x</a>",
     "a:x>1"},
    {"a template's link", "<template><a href=1>x</a></template>", "a not-rendered:x>1"},
    {"a bare URL", "see https://evil.example/p. <a href=1>https://a.example/</a>",
     "a:https://a.example/>1 ; text:https://evil.example/p>https://evil.example/p"},
    {"a bare URL over inline tags", "http://ev<b>il.exa</b>mple/",
     "text:http://evil.example/>http://evil.example/"},
    {"no bare URL in what is hidden", "<p hidden>https://evil.example/</p>x", ""},
};

static void check_links(void) {
    for (size_t i = 0; i < sizeof link_rows / sizeof *link_rows; i++) {
        read(link_rows[i].markup);
        unsigned long failures = check_failures;
        CHECK_STR(links_line(), str_from(link_rows[i].links));
        if (check_failures != failures) printf("    %s: %s\n", link_rows[i].about, link_rows[i].markup);
    }
    read("<base href=http://b.example/><a href=x>y</a><base href=http://c.example/>");
    CHECK_STR(document.links.at[0].base, STR("http://b.example/"));
    read("<a href=x title=' T '>y</a>");
    CHECK_STR(document.links.at[0].title, STR(" T "));
}

/* ---- blocks ---- */

static struct str kinds_line(void) {
    struct str_builder builder;
    str_builder_init(&builder, &arena, 64);
    for (size_t i = 0; i < document.blocks.size; i++) {
        if (i) str_builder_byte(&builder, ' ');
        str_builder_str(&builder, str_from(block_kind_name(document.blocks.at[i].kind)));
    }
    return str_builder_view(&builder);
}

static void check_blocks(void) {
    read("<h1>a</h1><p>b</p><ul><li>c<br>d</ul><blockquote>e<p>f</blockquote><pre>g</pre>");
    CHECK_STR(kinds_line(), STR("heading paragraph item paragraph quote quote preformatted"));
    read("<table><tr><td>a<td><p>b<p>c<tr><td>d</table>");
    CHECK_STR(kinds_line(), STR("row cell paragraph paragraph"));
    read("<p>a</p><a href=x style='background:red;padding:4px'>b</a>");
    CHECK_STR(kinds_line(), STR("paragraph button"));
    read("<p>a <i style='display:none'>b</i></p><p hidden>c</p>");
    CHECK(document.blocks.size == 2 && document.blocks.at[0].hidden == HIDDEN_none);
    CHECK(document.blocks.at[1].hidden == HIDDEN_hidden_attribute);
}

static void check_counts(void) {
    read("<img src=cid:1><img src=http://x/><img src=y width=1 height=1>Ama&#8203;zon "
         "&#8203;b&zwnj;&nbsp;&#x202e;");
    CHECK(document.images == 2 && document.inline_images == 1);
    CHECK(document.ignorable_removed == 3 && document.ignorable_in_words == 1 && document.bidi_removed == 1);
    read("a<b href='");
    CHECK(oddities.count[ODDITY_tag_unclosed] == 1);
}

/* ---- before reading ---- */

static void check_sniffing(void) {
    CHECK_STR(html_meta_charset(STR("<!-- <meta charset=no> --><meta charset=\"Shift_JIS\">")),
              STR("Shift_JIS"));
    CHECK_STR(
        html_meta_charset(STR("<meta http-equiv=Content-Type content='text/html; charset=iso-2022-jp'>")),
        STR("iso-2022-jp"));
    CHECK_STR(html_meta_charset(STR("<meta content='text/html; charset=euc-jp'>")), STR(""));
    CHECK_STR(html_meta_charset(STR("<p title='<meta charset=no>'>")), STR(""));
    CHECK(html_is_markup(STR("\n<!DOCTYPE html>x")) && html_is_markup(STR("<p>a</p><br><a href=x>b</a>")));
    CHECK(html_is_markup(STR("<a href=\"http://x/\">b</a>")));
    CHECK(!html_is_markup(STR("write <b> for bold")) && !html_is_markup(STR("a < b and c > d")) &&
          !html_is_markup(STR("")));
    CHECK(!html_is_markup(STR("From <a@b.example>, To <c@d.example>, <e@f.example>")));
    struct html_lines lines;
    html_read_lines(&arena, STR("<div>Received: a</div><div>&lt;b&gt;</div>"), &lines);
    CHECK_STR(lines.text, STR("Received: a\n<b>"));
    CHECK(!lines.drawn && lines.targets.size == 0);
    html_read_lines(&arena, STR("<pre>a\n\nb</pre>c<br><br>d<div><br></div><a href=x>e</a><img src=y>"),
                    &lines);
    CHECK_STR(lines.text, STR("a\n\nb\nc\n\nd\n\ne"));
    CHECK(lines.drawn && lines.targets.size == 1);
}

int main(void) {
    CHECK_SEEN(structure_rows);
    CHECK_SEEN(drawn_rows);
    CHECK_SEEN(written_rows);
    check_computed();
    check_reordered();
    CHECK_SEEN(trick_rows);
    CHECK_SEEN(near_miss_rows);
    check_links();
    check_blocks();
    check_counts();
    check_sniffing();
    arena_release(&arena);
    return CHECK_END("read_html");
}
