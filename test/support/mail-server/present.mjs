import { spawnSync } from 'node:child_process'

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** Whether a real mail server may be started here: Debian's postfix and dovecot, which want root. */
export const hasMailServer = process.getuid?.() === 0 && has('postfix') && has('doveadm')
