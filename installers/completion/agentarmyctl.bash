# SPDX-License-Identifier: AGPL-3.0-or-later
# Made by: agentarmyctl completion bash
_agentarmyctl()
{
    local current=${COMP_WORDS[COMP_CWORD]} path='' words='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$path $word" in
        " import" | " board" | " deal" | "deal list" | "deal show" | "deal create" | "deal move" | "deal edit" | "deal history" | "deal archive" | "deal unarchive" | "deal delete" | "deal restore" | " account" | "account list" | "account show" | "account history" | "account archive" | "account unarchive" | "account delete" | "account restore" | "account merge" | " contact" | "contact list" | "contact show" | "contact history" | "contact archive" | "contact unarchive" | "contact delete" | "contact restore" | "contact merge" | " conversation" | "conversation list" | "conversation show" | "conversation history" | "conversation archive" | "conversation unarchive" | "conversation delete" | "conversation restore" | " unread" | "unread list" | "unread mark" | "unread read" | " snooze" | " point" | "point set" | "point confirm" | "point reject" | "point unlock" | " todo" | "todo list" | "todo add" | "todo done" | "todo reopen" | " duplicates" | "duplicates list" | "duplicates merge" | "duplicates apart" | " qualify" | " draft" | " next" | " goals" | "goals show" | "goals set" | " alerts" | "alerts list" | "alerts answer" | " approvals" | "approvals list" | "approvals show" | "approvals approve" | "approvals reject" | "approvals edit" | "approvals write-out" | " sales" | "sales next-question" | "sales pain-map" | "sales topic" | "sales mention" | " search" | " undo" | " export" | " backup" | " restore" | " clear" | " person" | "person erase" | "person export" | " rules" | "rules list" | "rules show" | "rules run" | " settings" | "settings show" | "settings set" | " persona" | "persona show" | "persona set" | " mailbox" | "mailbox list" | "mailbox add" | "mailbox check" | "mailbox read" | "mailbox send" | "mailbox remove" | " doctor" | " completion") path=${path:+$path }$word ;;
        esac
    done
    case "$path" in
    '') words='import board deal account contact conversation unread snooze point todo duplicates qualify draft next goals alerts approvals sales search undo export backup restore clear person rules settings persona mailbox doctor completion --version --help -h --data --json --yes -y' ;;
    'import') words='--help -h --own --map --date-order --currency --stage-map --kind --account --workers --shift-dates --dry-run --data --json --yes -y' ;;
    'board') words='--help -h --owner --account --text --limit --all --data --json --yes -y' ;;
    'deal') words='list show create move edit history archive unarchive delete restore --help -h --data --json --yes -y' ;;
    'deal list') words='--help -h --stage --owner --account --text --mark --limit --data --json --yes -y' ;;
    'deal show') words='--help -h --data --json --yes -y' ;;
    'deal create') words='--help -h --name --product --value --close-date --probability --owner --account --stage --data --json --yes -y' ;;
    'deal move') words='--help -h --override --reason --lost-reason --closed-value --dry-run --data --json --yes -y' ;;
    'deal edit') words='--help -h --name --product --value --close-date --probability --owner --forecast --forecast-reason --reviewed --data --json --yes -y' ;;
    'deal history') words='--help -h --limit --data --json --yes -y' ;;
    'deal archive') words='--help -h --data --json --yes -y' ;;
    'deal unarchive') words='--help -h --data --json --yes -y' ;;
    'deal delete') words='--help -h --data --json --yes -y' ;;
    'deal restore') words='--help -h --data --json --yes -y' ;;
    'account') words='list show history archive unarchive delete restore merge --help -h --data --json --yes -y' ;;
    'account list') words='--help -h --text --archived --data --json --yes -y' ;;
    'account show') words='--help -h --data --json --yes -y' ;;
    'account history') words='--help -h --limit --data --json --yes -y' ;;
    'account archive') words='--help -h --data --json --yes -y' ;;
    'account unarchive') words='--help -h --data --json --yes -y' ;;
    'account delete') words='--help -h --data --json --yes -y' ;;
    'account restore') words='--help -h --data --json --yes -y' ;;
    'account merge') words='--help -h --data --json --yes -y' ;;
    'contact') words='list show history archive unarchive delete restore merge --help -h --data --json --yes -y' ;;
    'contact list') words='--help -h --text --account --archived --data --json --yes -y' ;;
    'contact show') words='--help -h --data --json --yes -y' ;;
    'contact history') words='--help -h --limit --data --json --yes -y' ;;
    'contact archive') words='--help -h --data --json --yes -y' ;;
    'contact unarchive') words='--help -h --data --json --yes -y' ;;
    'contact delete') words='--help -h --data --json --yes -y' ;;
    'contact restore') words='--help -h --data --json --yes -y' ;;
    'contact merge') words='--help -h --data --json --yes -y' ;;
    'conversation') words='list show history archive unarchive delete restore --help -h --data --json --yes -y' ;;
    'conversation list') words='--help -h --account --deal --turn --limit --cursor --data --json --yes -y' ;;
    'conversation show') words='--help -h --data --json --yes -y' ;;
    'conversation history') words='--help -h --limit --data --json --yes -y' ;;
    'conversation archive') words='--help -h --data --json --yes -y' ;;
    'conversation unarchive') words='--help -h --data --json --yes -y' ;;
    'conversation delete') words='--help -h --data --json --yes -y' ;;
    'conversation restore') words='--help -h --data --json --yes -y' ;;
    'unread') words='list mark read --help -h --data --json --yes -y' ;;
    'unread list') words='--help -h --data --json --yes -y' ;;
    'unread mark') words='--help -h --data --json --yes -y' ;;
    'unread read') words='--help -h --all --data --json --yes -y' ;;
    'snooze') words='--help -h --until --off --data --json --yes -y' ;;
    'point') words='set confirm reject unlock --help -h --data --json --yes -y' ;;
    'point set') words='--help -h --data --json --yes -y' ;;
    'point confirm') words='--help -h --data --json --yes -y' ;;
    'point reject') words='--help -h --data --json --yes -y' ;;
    'point unlock') words='--help -h --data --json --yes -y' ;;
    'todo') words='list add done reopen --help -h --data --json --yes -y' ;;
    'todo list') words='--help -h --deal --all --data --json --yes -y' ;;
    'todo add') words='--help -h --due --data --json --yes -y' ;;
    'todo done') words='--help -h --data --json --yes -y' ;;
    'todo reopen') words='--help -h --data --json --yes -y' ;;
    'duplicates') words='list merge apart --help -h --data --json --yes -y' ;;
    'duplicates list') words='--help -h --type --data --json --yes -y' ;;
    'duplicates merge') words='--help -h --type --data --json --yes -y' ;;
    'duplicates apart') words='--help -h --type --data --json --yes -y' ;;
    'qualify') words='--help -h --own --products --currency --data --json --yes -y' ;;
    'draft') words='--help -h --account --contact --data --json --yes -y' ;;
    'next') words='--help -h --owner --limit --data --json --yes -y' ;;
    'goals') words='show set --help -h --data --json --yes -y' ;;
    'goals show') words='--help -h --owner --data --json --yes -y' ;;
    'goals set') words='--help -h --owner --data --json --yes -y' ;;
    'alerts') words='list answer --help -h --data --json --yes -y' ;;
    'alerts list') words='--help -h --answered --data --json --yes -y' ;;
    'alerts answer') words='--help -h --until --data --json --yes -y' ;;
    'approvals') words='list show approve reject edit write-out --help -h --data --json --yes -y' ;;
    'approvals list') words='--help -h --data --json --yes -y' ;;
    'approvals show') words='--help -h --data --json --yes -y' ;;
    'approvals approve') words='--help -h --data --json --yes -y' ;;
    'approvals reject') words='--help -h --reason --data --json --yes -y' ;;
    'approvals edit') words='--help -h --body --subject --data --json --yes -y' ;;
    'approvals write-out') words='--help -h --data --json --yes -y' ;;
    'sales') words='next-question pain-map topic mention --help -h --data --json --yes -y' ;;
    'sales next-question') words='--help -h --contact --account --message --data --json --yes -y' ;;
    'sales pain-map') words='--help -h --data --json --yes -y' ;;
    'sales topic') words='--help -h --contact --account --rename --revisit --no-revisit --remove --data --json --yes -y' ;;
    'sales mention') words='--help -h --contact --account --is --data --json --yes -y' ;;
    'search') words='--help -h --type --limit --data --json --yes -y' ;;
    'undo') words='--help -h --mutation --change --data --json --yes -y' ;;
    'export') words='--help -h --data --json --yes -y' ;;
    'backup') words='--help -h --data --json --yes -y' ;;
    'restore') words='--help -h --data --json --yes -y' ;;
    'clear') words='--help -h --data --json --yes -y' ;;
    'person') words='erase export --help -h --data --json --yes -y' ;;
    'person erase') words='--help -h --data --json --yes -y' ;;
    'person export') words='--help -h --data --json --yes -y' ;;
    'rules') words='list show run --help -h --data --json --yes -y' ;;
    'rules list') words='--help -h --data --json --yes -y' ;;
    'rules show') words='--help -h --data --json --yes -y' ;;
    'rules run') words='--help -h --params --batch --data --json --yes -y' ;;
    'settings') words='show set --help -h --data --json --yes -y' ;;
    'settings show') words='--help -h --data --json --yes -y' ;;
    'settings set') words='--help -h --name --email --company --domains --addresses --currency --time-zone --locale --region --products --data --json --yes -y' ;;
    'persona') words='show set --help -h --data --json --yes -y' ;;
    'persona show') words='--help -h --data --json --yes -y' ;;
    'persona set') words='--help -h --formality --detail --depth --initiative --instructions --data --json --yes -y' ;;
    'mailbox') words='list add check read send remove --help -h --data --json --yes -y' ;;
    'mailbox list') words='--help -h --data --json --yes -y' ;;
    'mailbox add') words='--help -h --imap --imap-security --smtp --smtp-security --user --name --since-days --read --folder --keep-deleted --ca-file --no-check --data --json --yes -y' ;;
    'mailbox check') words='--help -h --data --json --yes -y' ;;
    'mailbox read') words='--help -h --watch --data --json --yes -y' ;;
    'mailbox send') words='--help -h --data --json --yes -y' ;;
    'mailbox remove') words='--help -h --with-messages --data --json --yes -y' ;;
    'doctor') words='--help -h --data --json --yes -y' ;;
    'completion') words='--help -h --data --json --yes -y bash zsh' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _agentarmyctl agentarmyctl
