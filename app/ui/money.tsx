import { euros } from './format'

/** An amount in integer cents, never broken over two lines. */
export function Money({ cents }: { cents: number }) {
  return <span className="whitespace-nowrap tabular-nums">{euros(cents)}</span>
}
