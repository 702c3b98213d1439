# completion for bash: commands, options, their words, files.
_honmono() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "check link codes catalogue version --help" -- "$word")
    elif [ "$command" = check ]; then
        case $before in
        --kind) mapfile -t COMPREPLY < <(compgen -W "auto source html text link" -- "$word") ;;
        --options) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        --jobs) ;;
        *)
            if [[ $word == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W "--kind --options --ndjson --mbox --lines --jobs" -- "$word")
            else
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
            fi
            ;;
        esac
    elif [ "$command" = codes ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _honmono honmono
