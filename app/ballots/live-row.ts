/** A changed choice is shown on the screens of that voter alone: it is no news for the others. */
export function seesLiveRow(row: { kind: string; data: unknown }, mine: readonly string[]): boolean {
  if (row.kind !== 'vote-replaced') return true
  const { data } = row
  return typeof data === 'object' && data !== null && 'voterId' in data && mine.some((id) => id === data.voterId)
}
