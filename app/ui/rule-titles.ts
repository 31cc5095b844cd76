import { createContext, useContext } from 'react'

/** What a rule of the statutes is about, in a few words: « Quorum ». Given by the root, which knows the statutes. */
export const RuleTitles = createContext<(rule: string) => string | null>(() => null)

export const useRuleTitle = (rule: string): string | null => useContext(RuleTitles)(rule)
