import type { ConsentKind } from '~/generated/prisma/enums'

/**
 * What a member reads and agrees to, word for word: kept with his answer. Another wording takes another key, so that an answer given
 * to the former one is not taken for an answer to it.
 */
export const WORDINGS = {
  CONVOCATION: {
    key: 'convocation-1',
    given:
      'J’accepte que l’association m’envoie ses convocations par courriel, à l’adresse que je lui ai donnée, au lieu d’une lettre.',
    withdrawn: 'Je retire mon accord : les convocations me seront envoyées par lettre.',
    effect: 'Sans cet accord, la convocation part par lettre.',
  },
  REGISTERED_LETTER: {
    key: 'registered-letter-1',
    given:
      'J’accepte de recevoir des lettres recommandées électroniques de l’association, à l’adresse que je lui ai donnée, au lieu de lettres recommandées postales.',
    withdrawn: 'Je retire mon accord : les lettres recommandées me seront envoyées par la poste.',
    effect: 'Sans cet accord, la lettre recommandée part par la poste.',
  },
} as const satisfies Record<ConsentKind, { key: string; given: string; withdrawn: string; effect: string }>
