/** One thing to do about a case, for a page that lists what is to be done. */
export type CaseTodo = {
  key: string
  title: string
  by: string | null
  reason: string
  rule: '6.4-a' | '6.4-c' | '6.1-b'
  to: string
  action: string
}
