import { capital } from './french'
import { byOrgan } from './organs'
import type { Statutes } from './schema'
import type { SilenceDraft } from './silence'
import { dayCount, yearCount } from './text-parts'

/** Members, dues, discipline, officers and money: law of the silences 4.1 to 4.15, 4.36 to 4.38, 4.47. */
export function memberSilences(statutes: Statutes): SilenceDraft[] {
  const { admission, dues, discipline, spending, votingRight } = statutes
  return [
    ...(Object.hasOwn(statutes.categories, 'founder') ? founderSilences(statutes) : []),
    ...(admission.active.by === 'bureau' ? [bureauUnanimity(admission.active.unanimityOf)] : []),
    {
      rule: '6.4-b',
      point: 'Un membre en retard de cotisation vote-t-il ?',
      reading: {
        votes: 'Oui : il est convoqué, compté et vote tant que sa radiation n’est pas prononcée.',
        attends: 'Non : il assiste, sans voter ni compter.',
        excluded: 'Non : il n’est ni convoqué ni compté.',
      }[votingRight.unpaidDues],
      why: 'La radiation demande une décision : d’ici là, la qualité de membre demeure. Le résultat est aussi calculé sans lui, et l’écart signalé.',
      path: 'votingRight.unpaidDues',
      value: votingRight.unpaidDues,
    },
    {
      rule: '6.4-b',
      point: 'Qui prononce la radiation ?',
      reading: `Elle est prononcée ${byOrgan(dues.removalBy)}.`,
      why: 'L’article ne nomme personne : dans le silence, c’est l’assemblée générale (Cass. com., 4 décembre 2019, n° 17-31.094).',
      path: 'dues.removalBy',
      value: dues.removalBy,
    },
    {
      rule: '6.4-b',
      point: 'Quel temps pour répondre à l’invitation à s’expliquer ?',
      reading: `${capital(dayCount(dues.formalNotice.answerDays))}, à compter de ${dues.formalNotice.registeredLetter ? 'la première présentation' : 'l’envoi'}.`,
      why: 'Le membre doit avoir le temps de s’expliquer avant la décision.',
      holdsForAny: true,
      path: 'dues.formalNotice.answerDays',
      value: dues.formalNotice.answerDays,
    },
    {
      rule: '6.4-a',
      point: 'Quel temps pour se défendre avant une exclusion ?',
      reading: `${capital(dayCount(discipline.defenceDays))} au moins.`,
      why: 'La convocation énonce des faits précis et laisse le temps de préparer sa défense.',
      holdsForAny: true,
      path: 'discipline.defenceDays',
      value: discipline.defenceDays,
    },
    {
      rule: '6.4-a',
      point: 'Qui est récusé dans une exclusion vote-t-il encore à l’assemblée ?',
      reading:
        'Oui, comme membre ; sa voix n’est pas prépondérante, et il ne voit plus le dossier, qu’un autre membre du Bureau tient.',
      why: 'Aucune clause ne prive un membre de sa voix : l’en priver exposerait la décision. La voix prépondérante, elle, est un privilège, qui se lit étroitement.',
      path: 'discipline.exclusionBy',
      value: discipline.exclusionBy,
      holdsForAny: true,
    },
    ...appealSilence(discipline),
    {
      rule: '6.4-c',
      point: 'La suspension met-elle fin à l’adhésion ?',
      reading:
        'Non : tant qu’elle dure, le membre n’a aucun droit (ni convocation, ni vote, ni fonction) ; à son terme, il les retrouve.',
      why: 'L’article dit qu’elle « implique la perte de la qualité de membre », et qu’elle est temporaire : une perte qui finit est une suspension des droits.',
      path: 'discipline.suspensionBy',
      value: discipline.suspensionBy,
      holdsForAny: true,
    },
    {
      rule: '8.1-b',
      point: 'Le président peut-il révoquer un membre du Bureau élu par l’assemblée ?',
      reading: {
        off: 'Non : l’assemblée seule révoque.',
        provisional: 'Oui, pour un juste motif écrit, à titre provisoire : la prochaine assemblée en décide.',
        final: 'Oui, pour un juste motif écrit.',
      }[statutes.presidentMayRevoke],
      why: 'L’article 8.1 le permet, l’article 13.2 le donne à l’assemblée : la décision provisoire respecte les deux.',
      path: 'presidentMayRevoke',
      value: statutes.presidentMayRevoke,
    },
    {
      rule: '12-b',
      point: 'Qui décide d’une dépense exactement égale au seuil ?',
      reading: spending.atThreshold === 'assembly' ? 'L’assemblée.' : 'Le trésorier.',
      why: 'Le trésorier agit par délégation, qui se lit étroitement ; l’assemblée décide du reste.',
      path: 'spending.atThreshold',
      value: spending.atThreshold,
    },
    {
      rule: '12-b',
      point: 'Le seuil s’entend-il toutes taxes comprises ?',
      reading: spending.basis === 'gross' ? 'Oui.' : 'Non, hors taxes.',
      why: 'C’est la somme payée.',
      path: 'spending.basis',
      value: spending.basis,
    },
    {
      rule: '12-b',
      point: 'L’assemblée décide-t-elle avant la commande ou avant le paiement ?',
      reading: spending.gate === 'commitment' ? 'Avant la commande.' : 'Avant le paiement.',
      why: 'Payer une commande déjà signée ne laisse plus rien à décider.',
      path: 'spending.gate',
      value: spending.gate,
    },
  ]
}

/** Where the statutes give an appeal, they do not say whether the exclusion waits for it. */
function appealSilence({ appealDays }: Statutes['discipline']): SilenceDraft[] {
  if (appealDays === undefined) return []
  return [
    {
      rule: '6.4-a',
      point: 'Le recours devant l’assemblée suspend-il l’exclusion ?',
      reading: 'Non : la personne exclue n’est ni convoquée ni comptée d’ici là ; l’assemblée peut l’entendre.',
      why: 'La décision vaut tant qu’elle n’est pas annulée : seuls les statuts pourraient en suspendre l’effet.',
      path: 'discipline.appealDays',
      value: appealDays,
    },
  ]
}

function bureauUnanimity(unanimityOf: Statutes['admission']['active']['unanimityOf']): SilenceDraft {
  return {
    rule: '6.2-a',
    point: 'L’unanimité du Bureau est-elle celle des présents ou de tous ?',
    reading:
      unanimityOf === 'all-in-office'
        ? 'De tous les membres en fonction : une absence vaut refus.'
        : 'Des membres présents.',
    why: 'Le texte dit « à l’unanimité par le Bureau », sans écrire « présents ».',
    path: 'admission.active.unanimityOf',
    value: unanimityOf,
  }
}

function founderSilences({ admission, dues }: Statutes): SilenceDraft[] {
  return [
    {
      rule: '6.1-b',
      point: 'Combien d’années non payées font un non-paiement « itératif » ?',
      reading: `${capital(yearCount(dues.founderUnpaidYears))} au moins.`,
      why: 'Itératif veut dire répété : une seule année ne suffit pas à perdre la qualité de fondateur.',
      path: 'dues.founderUnpaidYears',
      value: dues.founderUnpaidYears,
    },
    {
      rule: '6.1-c',
      point: 'Au jour exact de l’anniversaire, l’ancienneté est-elle acquise ?',
      reading: admission.founder.strict ? 'Non : il faut l’avoir dépassé.' : 'Oui, dès ce jour.',
      why: '« Plus de » se lit strictement.',
      path: 'admission.founder.strict',
      value: admission.founder.strict,
    },
  ]
}
