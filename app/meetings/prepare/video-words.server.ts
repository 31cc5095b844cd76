import { statutesInForce } from '~/association/in-force.server'
import type { Db } from '~/platform/db.server'
import type { Reason } from '~/statutes/ruling'
import type { BodyKey } from '~/statutes/schema'
import { judgeVideo } from '../session/video'

export type VideoRule = { body: BodyKey; allowed: boolean; reasons: Reason[] }

/** For each body, whether one may attend by video, and by which article or under which silence. */
export async function videoRules(db: Db, on: string): Promise<VideoRule[]> {
  const { statutes } = await statutesInForce(db, on)
  return (['ago', 'age', 'bureau'] as const).map((body) => {
    const { outcome, reasons } = judgeVideo(statutes, body)
    return { body, allowed: outcome === 'lawful', reasons }
  })
}
