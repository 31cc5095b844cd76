import { spawnSync } from 'node:child_process'
import { hasMailServer } from '../support/mail-server/present.mjs'
import { findChromium } from './chromium.mjs'

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

/** Installs what the tests use of the system and is missing: a browser, and `pdftotext`, which reads our PDFs. */
export function installTools() {
  const missing = [...(findChromium() ? [] : ['chromium']), ...(has('pdftotext') ? [] : ['poppler-utils'])]
  if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    console.log(`# apt-get install ${missing.join(' ')}`)
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    run('apt-get', ['update', '-qq'])
    for (const name of missing) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
  }
  if (!findChromium())
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium'])
  if (!has('pdftotext')) console.log('# pdftotext is missing (poppler-utils): the tests that read PDFs are skipped')
  // half a minute to install, for one test: by hand where it matters
  if (!hasMailServer)
    console.log(
      '# no mail server (as root: apt-get install postfix dovecot-imapd): the test of bounces over IMAP is skipped',
    )
}
