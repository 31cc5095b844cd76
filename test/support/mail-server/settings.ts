/** Mailboxes that exist; whatever else is written to these domains comes back, and nothing leaves the machine. */
export const BOXES = { bounce: 'bounce@cpts.test', present: 'present@membre.test' } as const

/** Debian's postfix over this folder: it takes mail for anybody, then returns what it cannot deliver, as the world does. */
export const postfixMain = (folder: string) => `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
mail_owner = postfix
setgid_group = postdrop
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
myhostname = mx.membre.test
mydestination =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
local_transport = error:5.7.1 no local mail here
default_transport = error:5.7.1 nothing leaves this machine
recipient_delimiter = +
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
virtual_mailbox_domains = cpts.test membre.test
virtual_mailbox_base = ${folder}/boxes
virtual_mailbox_maps = inline:{ ${Object.values(BOXES)
  .map((address) => `${address}=${address}/`)
  .join(', ')} }
virtual_uid_maps = static:${BOX_OWNER}
virtual_gid_maps = static:${BOX_OWNER}
`

/** The number under which the mailboxes are written and read. */
export const BOX_OWNER = 5000

/** The services that taking, delivering and returning a mail need, none in a chroot. */
export const postfixMaster = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
pickup   unix n - n 60 1 pickup
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
verify   unix - - n - 1 verify
proxymap unix - - n - - proxymap
error    unix - - n - - error
retry    unix - - n - - error
virtual  unix - n n - - virtual
anvil    unix - - n - 1 anvil
showq    unix n - n - - showq
postlog  unix-dgram n - n - 1 postlogd
`

/** Debian's dovecot over the same mailboxes: IMAP alone, any name with the one password. */
export const dovecot = (folder: string, { port, password }: { port: number; password: string }) => `
base_dir = ${folder}/imap
log_path = ${folder}/imap.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/boxes/%u
first_valid_uid = ${BOX_OWNER}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${BOX_OWNER} gid=${BOX_OWNER} home=${folder}/boxes/%u
}
`
