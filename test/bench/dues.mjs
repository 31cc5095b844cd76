import { round } from './figures.mjs'
import { ask } from './processes.mjs'

/**
 * A year of dues over registers of growing size: opening, calling (one mail each), a night that reminds everybody, a night
 * with nothing to do. `bases`: { members, url } of filled registers.
 */
export async function measureDues(program, bases) {
  const sizes = []
  for (const { members, url } of bases) {
    const { dues, mails, ...times } = await ask(program, { DATABASE_URL: url })
    const ms = Object.fromEntries(Object.entries(times).map(([name, value]) => [name, round(value, 0)]))
    sizes.push({ members, dues, mails, ...ms, callingRatio: round(times.calling / times.raw, 1) })
  }
  return sizes
}

export function sayDues(sizes, say) {
  for (const { members, dues, opening, calling, callingRatio, queueing, reminding, idle } of sizes) {
    say(`cotisations, ${members} membres : ${dues} ouvertes en ${opening} ms`)
    say(
      `  appel : un courriel chacun en file en ${calling} ms (${callingRatio} fois les écritures nues) ; 10 000 courriels seuls en file en ${queueing} ms`,
    )
    say(
      `  nuit qui relance tout le monde ${reminding} ms (${round(reminding / dues, 2)} ms chacun), nuit sans rien à faire ${idle} ms`,
    )
  }
}
