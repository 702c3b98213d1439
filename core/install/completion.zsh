#compdef honmono
# completion for zsh: commands, options, their words, files.
local -a commands
commands=(
    'check:one verdict, or one per message'
    'link:where links really lead'
    'codes:what QR codes in pictures hold'
    'catalogue:everything that can be said, and the dates of the data'
    'version:the version'
    '--help:a short reminder'
)
if ((CURRENT == 2)); then
    _describe command commands
elif [[ $words[2] == codes ]]; then
    _files -g "*.(png|jpg|jpeg)"
elif [[ $words[2] == check ]]; then
    shift words
    ((CURRENT--))
    _arguments \
        '--kind[what the message is]:kind:(auto source html text link)' \
        '--options[what is registered and answered]:file:_files -g "*.json"' \
        '(--mbox --lines)--ndjson[one line per file]' \
        '(--ndjson --lines)--mbox[one line per message of an mbox]' \
        '(--ndjson --mbox)--lines[one line per line of standard input]' \
        '--jobs[processes, 0 for one per core]:number:' \
        '*:message:_files'
fi
