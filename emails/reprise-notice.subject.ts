export type RepriseNoticeProps = {
  associationName: string
  name: string
  news: 'proposed' | 'signed' | 'refused'
  proposer: string
  /** who signed second */
  signer: string | null
  /** why it was refused */
  refusal: string | null
  facts: string[]
  source: string
  url: string
}

const NEWS: Record<RepriseNoticeProps['news'], string> = {
  proposed: 'Une reprise attend une seconde signature',
  signed: 'Une reprise est signée',
  refused: 'Une reprise est refusée',
}

export const repriseNoticeSubject = ({ news }: RepriseNoticeProps): string => NEWS[news]
