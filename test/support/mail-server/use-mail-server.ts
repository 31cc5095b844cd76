import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { closeMailTransport } from '~/platform/mail/transport.server'
import { hasMailServer } from './present.mjs'
import { BOX_OWNER, BOXES, dovecot, postfixMain, postfixMaster } from './settings'

export { hasMailServer }

const PASSWORD = 'for-tests'

/**
 * A real mail server for this test file, postfix and dovecot over a folder of its own: SMTP_URL, MAIL_BOUNCE_ADDRESS and
 * BOUNCE_IMAP_URL name it. Ask `hasMailServer` first. The function returned counts what arrived in a mailbox.
 */
export function useMailServer() {
  const folder = path.join(os.tmpdir(), `cpts-statuts-mail-${process.pid}`)
  beforeAll(async () => {
    const [smtp, imap] = await Promise.all([freePort(), freePort()])
    writeSettings(folder, { smtp, imap })
    execFileSync('postfix', ['-c', `${folder}/postfix`, 'start'], { stdio: 'ignore' })
    // the daemons live on: they would hold a pipe open
    execFileSync('dovecot', ['-c', `${folder}/dovecot.conf`], { stdio: 'ignore' })
    process.env.SMTP_URL = `smtp://127.0.0.1:${smtp}`
    process.env.MAIL_BOUNCE_ADDRESS = BOXES.bounce
    process.env.BOUNCE_IMAP_URL = `imap://${encodeURIComponent(BOXES.bounce)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${imap}`
    reloadEnv()
  })
  afterAll(async () => {
    await closeMailTransport()
    execFileSync('doveadm', ['-c', `${folder}/dovecot.conf`, 'stop'], { stdio: 'ignore' })
    execFileSync('postfix', ['-c', `${folder}/postfix`, 'stop'], { stdio: 'ignore' })
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return (box: keyof typeof BOXES): number => {
    const arrived = path.join(folder, 'boxes', BOXES[box], 'new')
    return fs.existsSync(arrived) ? fs.readdirSync(arrived).length : 0
  }
}

function writeSettings(folder: string, ports: { smtp: number; imap: number }) {
  for (const part of ['postfix', 'spool', 'data', 'boxes']) fs.mkdirSync(path.join(folder, part), { recursive: true })
  const postfix = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }))
  fs.chownSync(path.join(folder, 'data'), postfix, postfix)
  fs.chownSync(path.join(folder, 'boxes'), BOX_OWNER, BOX_OWNER)
  fs.writeFileSync(path.join(folder, 'postfix', 'main.cf'), postfixMain(folder))
  fs.writeFileSync(path.join(folder, 'postfix', 'master.cf'), postfixMaster(ports.smtp))
  fs.writeFileSync(path.join(folder, 'dovecot.conf'), dovecot(folder, { port: ports.imap, password: PASSWORD }))
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
