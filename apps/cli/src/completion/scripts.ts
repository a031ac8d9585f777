export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/**
 * The scripts ask the program itself what may follow: each line of its answer is a candidate, a
 * tab, and a few words about it. Where it knows nothing, the shell offers files.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  // Bash takes "name=value" for three words, so these are put together again before asking, and
  // what stands before the "=" is taken off the answers.
  bash: `# bluebridge completion for bash
_bluebridge() {
  local -a words=()
  local index word glue=
  for ((index = 1; index <= COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if ((\${#words[@]} > 0)) && { [[ $word == '=' ]] || [[ -n $glue ]]; }; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    glue=
    if [[ $word == '=' ]]; then glue=yes; fi
  done
  local current=\${words[\${#words[@]}-1]} prefix= line
  if [[ $current == *=* && $COMP_WORDBREAKS == *=* ]]; then prefix=\${current%%=*}=; fi
  COMPREPLY=()
  while IFS= read -r line; do
    line=\${line%%$'\\t'*}
    if [[ -n $line ]]; then COMPREPLY+=("\${line#"$prefix"}"); fi
  done < <(bluebridge __complete -- "\${words[@]}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _bluebridge bluebridge
`,
  // Zsh hands words over with their quotes; (Q) takes these off.
  zsh: `#compdef bluebridge
# bluebridge completion for zsh
_bluebridge() {
  local -a plain open
  local line text
  for line in "\${(@f)$(bluebridge __complete -- "\${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}"; do
    text=\${line%%$'\\t'*}
    if [[ -z $text ]]; then continue; fi
    if [[ $text == *= ]]; then open+=("$text"); else plain+=("$text"); fi
  done
  if (( \${#plain} + \${#open} == 0 )); then
    _files
    return
  fi
  compadd -a plain
  compadd -S '' -a open
}
if [[ $funcstack[1] == _bluebridge ]]; then _bluebridge "$@"; else compdef _bluebridge bluebridge; fi
`,
  fish: `# bluebridge completion for fish
function __bluebridge_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answers (bluebridge __complete -- $words[2..-1] 2>/dev/null)
    if set -q answers[1]
        printf '%s\\n' $answers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c bluebridge -f -a '(__bluebridge_complete)'
`,
};
