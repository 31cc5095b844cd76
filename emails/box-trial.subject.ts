export type BoxTrialProps = {
  associationName: string
}

export const boxTrialSubject = (): string => 'Essai de la boîte des retours'
