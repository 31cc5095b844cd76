import type { ConvocationProps } from './convocation.subject'

export type ConvocationCorrectionProps = ConvocationProps & {
  /** « La date passe du 12 au 19 juin 2027 » */
  changes: string[]
  note: string | null
}

export const convocationCorrectionSubject = ({ meeting }: ConvocationCorrectionProps): string =>
  `${meeting.short} du ${meeting.date} : convocation modifiée`
