import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '~/platform/db.server'
import { chainFault, type ChainEntry } from '~/platform/register/chain'
import { REPRISES } from '~/membership/reprises/stream'
import { canonical } from '~/platform/canonical'
import { DELIBERATIONS, SEALS } from './streams'

export type Verification =
  { ok: true; entries: number; head: string | null } | { ok: false; stream: string; seq: number; fault: string }

const deliberation = z.object({
  minutesId: z.string(),
  bodyHash: z.string(),
  signatures: z.array(z.object({ name: z.string(), role: z.string() })),
})
const reprise = z.object({
  repriseId: z.string(),
  factsHash: z.string(),
  signers: z.tuple([z.string(), z.string()]),
})
const seal = z.object({ minutesId: z.string(), sha256: z.string() })
const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Recomputes the registers from the rows alone: ranks without gap, links, hashes, then the signed texts, signatures and
 * sealed files that the entries name. Returns the first entry at fault.
 */
export async function verifyRegister(db: Db): Promise<Verification> {
  let entries = 0
  let head: string | null = null
  for (const stream of [DELIBERATIONS, SEALS, REPRISES] as const) {
    const rows = await db.registerEntry.findMany({ where: { stream }, orderBy: { seq: 'asc' } })
    const broken = chainFault(stream, rows)
    if (broken) return { ok: false, stream, seq: Number(broken.seq), fault: broken.fault }
    for (const row of rows) {
      const fault = await FAULTS[stream](db, row)
      if (fault) return { ok: false, stream, seq: Number(row.seq), fault }
    }
    entries += rows.length
    const last = rows.at(-1)
    if (stream === DELIBERATIONS && last) head = Buffer.from(last.hash).toString('hex')
  }
  const unnumbered = await db.minutes.findFirst({ where: { state: 'SIGNED', number: null }, select: { id: true } })
  if (unnumbered) return { ok: false, stream: DELIBERATIONS, seq: 0, fault: 'procès-verbal signé sans numéro' }
  const signed = await db.minutes.count({ where: { state: 'SIGNED' } })
  const listed = await db.registerEntry.count({ where: { stream: DELIBERATIONS } })
  if (signed !== listed)
    return {
      ok: false,
      stream: DELIBERATIONS,
      seq: listed,
      fault: `${signed} procès-verbaux signés pour ${listed} entrées`,
    }
  return { ok: true, entries, head }
}

async function deliberationFault(db: Db, row: ChainEntry): Promise<string | null> {
  const body = deliberation.safeParse(JSON.parse(row.body))
  if (!body.success) return 'entrée illisible'
  const minutes = await db.minutes.findUnique({ where: { id: body.data.minutesId }, include: { signatures: true } })
  if (!minutes) return 'procès-verbal absent'
  if (minutes.number !== Number(row.seq)) return 'numéro différent de celui du procès-verbal'
  if (hash(minutes.body) !== minutes.bodyHash || minutes.bodyHash !== body.data.bodyHash)
    return 'texte du procès-verbal modifié'
  if (minutes.signatures.length !== body.data.signatures.length) return 'signature ajoutée ou retirée'
  if (minutes.signatures.some((signature) => signature.bodyHash !== minutes.bodyHash))
    return 'signature d’un autre texte'
  const names = new Set(body.data.signatures.map(({ name, role }) => `${role}\n${name}`))
  if (minutes.signatures.some(({ name, role }) => !names.has(`${role}\n${name}`))) return 'signataire modifié'
  return null
}

async function sealFault(db: Db, row: ChainEntry): Promise<string | null> {
  const body = seal.safeParse(JSON.parse(row.body))
  if (!body.success) return 'entrée illisible'
  const minutes = await db.minutes.findUnique({ where: { id: body.data.minutesId }, select: { pdfDocumentId: true } })
  if (!minutes?.pdfDocumentId) return 'fichier du procès-verbal absent'
  const document = await db.document.findUnique({ where: { id: minutes.pdfDocumentId }, select: { sha256: true } })
  if (document?.sha256 !== body.data.sha256) return 'fichier du procès-verbal remplacé'
  const blob = await db.blob.findUnique({ where: { sha256: body.data.sha256 } })
  if (!blob || hash(blob.bytes) !== body.data.sha256) return 'fichier du procès-verbal modifié'
  return null
}

async function repriseFault(db: Db, row: ChainEntry): Promise<string | null> {
  const body = reprise.safeParse(JSON.parse(row.body))
  if (!body.success) return 'entrée illisible'
  const found = await db.reprise.findUnique({ where: { id: body.data.repriseId } })
  if (found?.state !== 'SIGNED') return 'reprise absente ou non signée'
  const erased = Array.isArray(found.facts) && found.facts.length === 0
  if (!erased && hash(canonical(found.facts)) !== body.data.factsHash) return 'faits de la reprise modifiés'
  const [proposer, signer] = body.data.signers
  return found.proposedById === proposer && found.signedById === signer ? null : 'signataire de la reprise modifié'
}

const FAULTS = { [DELIBERATIONS]: deliberationFault, [SEALS]: sealFault, [REPRISES]: repriseFault } as const
