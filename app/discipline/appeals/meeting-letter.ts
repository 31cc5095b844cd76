import type { MeetingNews } from '../../../emails/appeal-news.subject'
import { toSigner } from '../cases/case-letters'
import type { Signer } from '../cases/letter-signer.server'

const OPENINGS: Record<MeetingNews, { subject: string; said: string }> = {
  listed: {
    subject: 'Votre recours à l’ordre du jour d’une assemblée',
    said: 'Votre recours contre votre exclusion est inscrit à l’ordre du jour de l’assemblée générale ordinaire indiquée ci-dessous (article 6.4 de nos statuts).',
  },
  moved: {
    subject: 'Votre recours : nouvelle date ou nouveau lieu',
    said: 'L’assemblée qui entendra votre recours contre votre exclusion (article 6.4 de nos statuts) a changé de date, d’heure ou de lieu. Voici ce qui vaut désormais.',
  },
  cancelled: {
    subject: 'Votre recours : l’assemblée est annulée',
    said: 'L’assemblée indiquée ci-dessous, qui devait entendre votre recours contre votre exclusion (article 6.4 de nos statuts), est annulée.',
  },
  removed: {
    subject: 'Votre recours : il est retiré de cet ordre du jour',
    said: 'Votre recours contre votre exclusion (article 6.4 de nos statuts) n’est plus à l’ordre du jour de l’assemblée indiquée ci-dessous.',
  },
  undecided: {
    subject: 'Votre recours : l’assemblée n’a pas décidé',
    said: 'L’assemblée indiquée ci-dessous n’a pas décidé de votre recours contre votre exclusion (article 6.4 de nos statuts).',
  },
}

export type MeetingLetter = {
  news: MeetingNews
  meeting: string
  on: string
  place: string | null
  contact: string
  signer: Signer
}

/** Where and when the assembly will hear an appeal, that this changed, or that it will not; for whoever reads no mail. */
export function appealMeetingLetter({ news, meeting, on, place, contact, signer }: MeetingLetter) {
  const heard = news === 'listed' || news === 'moved'
  return {
    subject: OPENINGS[news].subject,
    greeting: 'Madame, Monsieur,',
    paragraphs: [
      OPENINGS[news].said,
      heard
        ? `Si vous souhaitez que l’assemblée vous entende avant le vote, et qu’une personne de votre choix vous assiste, écrivez ${toSigner(signer)} ou à ${contact}.`
        : 'Votre recours reste entier : il sera inscrit à l’ordre du jour d’une autre assemblée générale ordinaire, dont la date vous sera écrite.',
      'D’ici la décision de l’assemblée, l’exclusion demeure.',
    ],
    facts: [
      ['Réunion', meeting] as const,
      ['Date', on] as const,
      ...(heard && place ? [['Lieu', place] as const] : []),
    ],
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    signer,
  }
}
