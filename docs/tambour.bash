# Completion of tambour's command line for bash. tests/options.sh compares it with
# src/cli/options.def.
_tambour()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local command='' words='' i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ ${COMP_WORDS[i]} != -* ]]; then
			command=${COMP_WORDS[i]}
			break
		fi
	done
	case $before in
	--swap) words='auto exchange symlink files' ;;
	--lang) words='fr en' ;;
	--format) words='text json' ;;
	-o | --out | --state | --cache | --against | --theme | --repository) COMPREPLY=($(compgen -d -- "$word")) && return ;;
	--lock) COMPREPLY=($(compgen -f -- "$word")) && return ;;
	-j | --jobs | --port | --ref | --folder | --date | --accept | --only | --nom | --code-insee | --code-postal | --adresse | --telephone | --courriel | --parent)
		return
		;;
	*)
		case $command in
		'') words='build check serve update explain new schema --help --version' ;;
		build) words='--repository --ref --folder --offline --lock --out --state --swap --adopt --theme --gallery --strict --date --cache --jobs --quiet --verbose --lang --format --help --version' ;;
		check) words='--repository --ref --folder --offline --lock --against --state --theme --strict --date --cache --quiet --verbose --lang --format --help --version' ;;
		serve) words='--lock --theme --gallery --port --date --cache --jobs --lang --help --version' ;;
		update) words='--repository --ref --folder --lock --state --date --cache --accept --accept-rewrite --dry-run --locked --only --quiet --lang --format --help --version' ;;
		explain) words='--repository --ref --folder --offline --lock --state --date --cache --lang --help --version' ;;
		new) words='--nom --code-insee --code-postal --adresse --telephone --courriel --date --parent --lang --help --version' ;;
		schema) words='--lang --help --version' ;;
		esac
		if [[ $command && $word != -* ]]; then
			COMPREPLY=($(compgen -d -- "$word"))
			return
		fi
		;;
	esac
	COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _tambour tambour
