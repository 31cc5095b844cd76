import { capital } from './french'
import type { Notice, Statutes } from './schema'
import type { SilenceDraft } from './silence'
import { firstLawfulDay } from './contradictions'
import { fraction, isHalf } from './fraction'
import { dayCount, majorityText, noticeDays, quorumText, theDays, tiesText } from './text-parts'

const castings = {
  none: 'pas de voix prépondérante',
  president: 'une voix prépondérante du président',
  'president-open-ballot': 'une voix prépondérante du président, sauf au scrutin secret',
}

/** Why the second session has a notice of its own: where the ordinary one could not be kept within the delay, that is said. */
function secondNoticeReason(ordinary: Notice, withinDays: number | null): string {
  return withinDays !== null && firstLawfulDay(ordinary) > withinDays
    ? `Le préavis ordinaire (${noticeDays(ordinary)}) ne tiendrait pas dans le délai de ${dayCount(withinDays)}.`
    : 'Le modèle ne dit rien du préavis de la seconde session.'
}

/** Meetings and votes: law of the silences 4.17 to 4.33, 4.39, 4.40. */
export function assemblySilences(statutes: Statutes): SilenceDraft[] {
  const { ago, age, bureau } = statutes.bodies
  const open = statutes.accounts.openToMembersDays
  const [quorum] = ago.quorum
  const [majority] = ago.majority
  const second = ago.secondSession
  const [relative] = second?.majority ?? []
  const drafts: (SilenceDraft | null | undefined)[] = [
    {
      rule: '8.3-a',
      point: 'Le Bureau a-t-il un quorum, des pouvoirs, une voix prépondérante ?',
      reading: `${bureau.quorum.length === 0 ? 'Aucun quorum' : `Un quorum : ${quorumText(statutes, 'bureau', bureau.quorum)}`} ; ${bureau.proxies ? 'des pouvoirs' : 'aucun pouvoir'} ; ${castings[bureau.castingVote]}.`,
      why: 'Organe collégial, fonction personnelle : sans texte, ni procuration ni privilège.',
      path: 'bodies.bureau.proxies',
      value: bureau.proxies,
    },
    quorum && {
      rule: '13.2-c',
      point: 'Le quorum se compte-t-il par tête ou en voix ?',
      reading: quorum.of === 'members' ? 'Par tête.' : 'En voix.',
      why: 'L’article compte des membres, quand les majorités comptent des voix. L’autre lecture est calculée, et l’écart signalé.',
      path: 'bodies.ago.quorum[0].of',
      value: quorum.of,
    },
    majority && {
      rule: '13.2-d',
      point: '« 50 % des voix + 1 voix » demande-t-il une voix de plus que la moitié ?',
      reading:
        majority.moreThan !== undefined && isHalf(fraction(majority.moreThan))
          ? 'Non : strictement plus de la moitié suffit.'
          : `Ces statuts n’emploient pas ces mots : il faut ${majorityText(statutes, ago.majority)}.`,
      why: 'C’est le sens usuel de la majorité absolue. Quand la lecture littérale changerait le résultat, il est signalé.',
      path: 'bodies.ago.majority[0]',
      value: majority,
    },
    majority && {
      rule: '13.2-d',
      point: 'Les votes blancs et les abstentions comptent-ils ?',
      reading: {
        cast: 'Non : seuls comptent les votes pour et contre.',
        voters: 'Oui : tous les votants pèsent dans la base.',
        present: 'Oui : tous les présents ou représentés pèsent dans la base.',
        all: 'Oui : tous les membres ayant droit de vote pèsent dans la base.',
      }[majority.of],
      why: '« Suffrages exprimés » laisse de côté les blancs et les abstentions.',
      path: 'bodies.ago.majority[0].of',
      value: majority.of,
    },
    {
      rule: '13.2-d',
      point: 'La voix du président départage-t-elle au scrutin secret ?',
      reading: {
        none: 'Le président n’a pas de voix prépondérante.',
        president: 'Oui.',
        'president-open-ballot': 'Non : le partage vaut rejet.',
      }[ago.castingVote],
      why: 'Une voix prépondérante doit être connue : elle révélerait un vote secret.',
      path: 'bodies.ago.castingVote',
      value: ago.castingVote,
    },
    {
      rule: '13.2-a',
      point: 'Combien de jours avant l’assemblée la convocation part-elle ?',
      reading: `${capital(noticeDays(ago.notice))}.`,
      why: `Le modèle se tait${open === 0 ? '' : ` ; les comptes doivent être ouverts ${theDays(open)} avant l’assemblée`}.`,
      holdsForAny: true,
      path: 'bodies.ago.notice.days',
      value: ago.notice.days,
    },
    second?.withinDays != null
      ? {
          rule: '13.2-e',
          point: 'D’où partent les jours de la seconde session ?',
          reading: 'Du jour de la première : le lendemain est le premier jour, le dernier est compris.',
          why: 'C’est l’absence de quorum qui ouvre le délai ; un délai maximal ne s’étend pas.',
          path: 'bodies.ago.secondSession.withinDays',
          value: second.withinDays,
        }
      : null,
    second && {
      rule: '13.2-e',
      point: 'Quel préavis pour la seconde session ?',
      reading: `${capital(noticeDays(second.notice))}.`,
      why: secondNoticeReason(ago.notice, second.withinDays),
      holdsForAny: true,
      path: 'bodies.ago.secondSession.notice.days',
      value: second.notice.days,
    },
    relative && {
      rule: '13.2-e',
      point: 'La majorité relative « des membres » se compte-t-elle par tête ?',
      reading: relative.unit === 'voices' ? 'Non, en voix.' : 'Oui, par tête.',
      why: 'Les voix valent « lors de chaque vote ». L’autre lecture est calculée, et l’écart signalé.',
      path: 'bodies.ago.secondSession.majority[0].unit',
      value: relative.unit,
    },
    {
      rule: '13.3-b',
      point: 'Une assemblée extraordinaire sans quorum a-t-elle une seconde session ?',
      reading:
        age.secondSession === null
          ? 'Non : une nouvelle assemblée est convoquée, au même quorum.'
          : 'Oui : ces statuts la prévoient.',
      why: 'L’article 13.3 n’en parle pas, et celle de l’article 13.2 est propre à l’assemblée ordinaire.',
      path: 'bodies.age.secondSession',
      value: age.secondSession,
    },
    {
      rule: '13.3-c',
      point: 'Quelle majorité qualifiée ?',
      reading: `${capital(majorityText(statutes, age.majority))}.`,
      why: 'Le modèle laisse un blanc ; deux tiers est l’usage.',
      path: 'bodies.age.majority',
      value: age.majority,
    },
    {
      rule: '9.1-b',
      point: 'Comment départager des candidats à égalité ?',
      reading: `${capital(tiesText(statutes.elections.tie))}.`,
      why: 'L’âge est l’usage français ; un nouveau vote d’abord laisse le choix aux membres.',
      path: 'elections.tie',
      value: statutes.elections.tie,
    },
    ...(['bureau', 'ago', 'age'] as const).map((key): SilenceDraft => {
      const clause = statutes.bodies[key].remoteVote
      const names = { bureau: 'au Bureau', ago: 'en assemblée ordinaire', age: 'en assemblée extraordinaire' }
      return {
        rule: ({ bureau: '8.3-a', ago: '13.2-d', age: '13.3-c' } as const)[key],
        point: `Peut-on voter à distance ${names[key]} ?`,
        reading: clause === null ? 'Non : les statuts n’en parlent pas.' : `Oui, par l’article ${clause.article}.`,
        holdsForAny: true,
        why: 'Le vote à distance doit être écrit, pour chaque instance (Cass. 1re civ., 25 janvier 2017, n° 15-25.561).',
        path: `bodies.${key}.remoteVote`,
        value: clause,
      }
    }),
  ]
  return drafts.filter((draft): draft is SilenceDraft => Boolean(draft))
}
