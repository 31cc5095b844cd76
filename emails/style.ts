import type { CSSProperties } from 'react'

/** The colours of the application in its light dress; mails are never dark. */
export const colours = {
  paper: '#f8f6f1',
  sheet: '#fffefb',
  ink: '#211e1a',
  muted: '#5b554b',
  rule: '#d9d2c4',
  ruleStrong: '#857c6d',
  accent: '#0d4a52',
  turn: '#c8791a',
}

export const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif"
const sans = "'Source Sans 3', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const line: CSSProperties = { fontFamily: sans, fontSize: '17px', lineHeight: '26px', color: colours.ink }
const button: CSSProperties = {
  ...line,
  fontWeight: 600,
  textAlign: 'center',
  padding: '14px 22px',
  borderRadius: '3px',
  border: `1.5px solid ${colours.accent}`,
  boxSizing: 'border-box',
}

/** Inline styles: the only ones that every mail reader keeps. */
export const styles = {
  body: { backgroundColor: colours.paper, margin: 0, padding: '16px 0 32px', colorScheme: 'light' },
  sheet: {
    width: '100%',
    maxWidth: '600px',
    backgroundColor: colours.sheet,
    borderTop: `4px solid ${colours.accent}`,
    borderBottom: `1px solid ${colours.rule}`,
  },
  head: { padding: '14px 20px', borderBottom: `1px solid ${colours.rule}` },
  association: {
    fontFamily: serif,
    fontSize: '17px',
    fontWeight: 600,
    lineHeight: '22px',
    margin: 0,
    paddingLeft: '12px',
    borderLeft: `4px solid ${colours.turn}`,
    color: colours.ink,
  },
  text: { padding: '4px 20px 20px' },
  title: {
    fontFamily: serif,
    fontSize: '27px',
    lineHeight: '33px',
    fontWeight: 600,
    color: colours.ink,
    margin: '20px 0 16px',
  },
  heading: {
    fontFamily: serif,
    fontSize: '20px',
    lineHeight: '26px',
    fontWeight: 600,
    color: colours.ink,
    margin: '28px 0 10px',
  },
  paragraph: { ...line, margin: '0 0 16px' },
  link: { color: colours.accent, textDecoration: 'underline' },
  button: { ...button, backgroundColor: colours.accent, color: '#ffffff' },
  quietButton: { ...button, backgroundColor: colours.sheet, borderColor: colours.ruleStrong, color: colours.ink },
  facts: { ...line, margin: '0 0 20px', borderTop: `1px solid ${colours.rule}` },
  fact: { padding: '8px 0', borderBottom: `1px solid ${colours.rule}` },
  term: { ...line, fontSize: '15px', lineHeight: '20px', color: colours.muted, margin: 0 },
  value: { ...line, margin: 0 },
  list: { ...line, margin: '0 0 20px', paddingLeft: '26px' },
  item: { ...line, margin: '0 0 8px' },
  article: {
    ...line,
    fontSize: '16px',
    margin: '0 0 16px',
    paddingLeft: '14px',
    borderLeft: `3px solid ${colours.accent}`,
  },
  foot: { width: '100%', maxWidth: '600px' },
  small: { ...line, fontSize: '14px', lineHeight: '20px', color: colours.muted, margin: '14px 20px 0' },
} satisfies Record<string, CSSProperties>
