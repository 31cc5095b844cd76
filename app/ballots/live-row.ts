/** Who changes his choice is no news for the others: only the screens of that voter see it. */
export function seesLiveRow(row: { kind: string; data: unknown }, mine: readonly string[]): boolean {
  if (row.kind !== 'vote-replaced') return true
  const { data } = row
  return typeof data === 'object' && data !== null && 'voterId' in data && mine.some((id) => id === data.voterId)
}
