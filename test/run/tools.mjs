import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { hasMailServer } from '../support/mail-server/present.mjs'
import { findChromium, HEADLESS } from './chromium.mjs'

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

function install(name) {
  console.log(`# apt-get install ${name}`)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
}

/** Installs what the tests use of the system and is missing: a browser, and `pdftotext`, which reads our PDFs. */
export function installTools() {
  const missing = [
    ...(process.env.CHROMIUM || fs.existsSync(HEADLESS) ? [] : [path.basename(HEADLESS)]),
    ...(has('pdftotext') ? [] : ['poppler-utils']),
  ]
  if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    run('apt-get', ['update', '-qq'])
    for (const name of missing) install(name)
    if (!findChromium()) install('chromium')
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
