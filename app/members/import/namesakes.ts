import { takenOf, type Answers, type Question } from '~/platform/spreadsheet/table'
import type { Match } from './match-members.server'

/** One question for the lines that bear the name of a recorded member and none of his keys. */
export function namesakesQuestion(
  matches: readonly Match[],
  answers: Answers,
): { taken: 'others' | null; question: Question | null } {
  const namesakes = matches.flatMap(({ namesake }) => namesake ?? [])
  const [first] = namesakes
  if (first === undefined) return { taken: null, question: null }
  const count = namesakes.length === 1 ? 'Une ligne porte le nom' : `${namesakes.length} lignes portent le nom`
  const choices = [
    { value: 'others', label: 'D’autres personnes, du même nom : les créer' },
    { value: 'same', label: 'Les mêmes, ou je ne sais pas : ne pas les prendre' },
  ]
  const taken = takenOf(answers, 'namesakes', choices, null)
  const question = `${count} d’un membre du registre (${first}), sans son numéro, son RPPS ni son courriel. Qui sont-elles ?`
  return {
    taken: taken === 'others' ? 'others' : null,
    question: { id: 'namesakes', question, choices, taken },
  }
}
