import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { typeset } from '~/statutes/french'
import { boxed, drawable, typedText, unprintable } from '../typed-text'
import { SANS, SERIF, registerFonts } from './fonts'
import { warnOfBoxes } from './boxes.server'

registerFonts()

const INK = '#1d2326'
const MUTED = '#4f5a5e'
const RULE = '#c9ccc6'
const ACCENT = '#0f4c52'

const styles = StyleSheet.create({
  page: {
    paddingTop: 56,
    paddingBottom: 72,
    paddingHorizontal: 62,
    fontFamily: SERIF,
    fontSize: 10.5,
    lineHeight: 1.45,
    color: INK,
  },
  letterhead: { marginBottom: 26, fontFamily: SANS, fontSize: 9, color: MUTED },
  name: { fontFamily: SERIF, fontWeight: 600, fontSize: 13, color: ACCENT },
  title: { fontWeight: 600, fontSize: 19, lineHeight: 1.2, marginBottom: 4 },
  subtitle: { fontSize: 11.5, color: MUTED, marginBottom: 18 },
  heading: { fontWeight: 600, fontSize: 13, marginTop: 16, marginBottom: 5, color: ACCENT },
  subheading: { fontWeight: 600, fontSize: 11, marginTop: 9, marginBottom: 3 },
  paragraph: { marginBottom: 6 },
  small: { fontFamily: SANS, fontSize: 8.5, color: MUTED },
  footer: {
    position: 'absolute',
    top: 788,
    left: 62,
    width: 471,
    lineHeight: 1.2,
    borderTopWidth: 0.5,
    borderTopColor: RULE,
    paddingTop: 6,
    fontFamily: SANS,
    fontSize: 8,
    color: MUTED,
    flexDirection: 'row',
    justifyContent: 'space-between',
  },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: RULE, paddingVertical: 3.5 },
  head: { fontFamily: SANS, fontWeight: 600, fontSize: 8.5, color: MUTED },
  cell: { fontFamily: SANS, fontSize: 9, lineHeight: 1.35, paddingRight: 6 },
  fact: { flexDirection: 'row', marginBottom: 2.5 },
  factName: { width: 130, fontFamily: SANS, fontSize: 9.5, color: MUTED },
  factValue: { flex: 1 },
  box: { borderLeftWidth: 2, borderLeftColor: ACCENT, paddingLeft: 10, marginVertical: 6 },
})

export type Letterhead = { name: string; address: string; identifiers: string }

/**
 * French spacing; the narrow no-break space has no glyph in the embedded fonts: the ordinary one stands in for it. A sign recorded
 * before such signs were refused is drawn as an empty box, with a warning in the log.
 */
export function pdfText(text: string): string {
  const typed = typedText(text)
  warnOfBoxes(unprintable(typed))
  return drawable(typeset(boxed(typed))).replace(/\u202f/g, '\u00a0')
}

/** A document of the association: A4, its name on top, its identifiers and « page x / y » in the foot. */
export function PdfDocument({
  title,
  letterhead,
  at,
  children,
}: {
  title: string
  letterhead: Letterhead
  /** moment of writing; now when not said */
  at?: Date
  children: ReactNode
}) {
  return (
    <Document
      language="fr"
      title={title}
      author={letterhead.name}
      creator={letterhead.name}
      producer="CPTS Statuts"
      creationDate={at}
      modificationDate={at}
    >
      <PdfPage letterhead={letterhead}>{children}</PdfPage>
    </Document>
  )
}

/** One document of several in a file: its own head, its pages counted from 1. */
export function PdfPage({ letterhead, children }: { letterhead: Letterhead; children: ReactNode }) {
  return (
    <Page size="A4" style={styles.page}>
      <View style={styles.letterhead}>
        <Text style={styles.name}>{pdfText(letterhead.name)}</Text>
        <Text>{pdfText(letterhead.address)}</Text>
      </View>
      {children}
      <View style={styles.footer} fixed>
        <Text>{pdfText([letterhead.name, letterhead.identifiers].filter(Boolean).join(' · '))}</Text>
        <Text render={({ subPageNumber, subPageTotalPages }) => `page ${subPageNumber} / ${subPageTotalPages}`} />
      </View>
    </Page>
  )
}

export const Title = ({ children }: { children: string }) => <Text style={styles.title}>{pdfText(children)}</Text>
export const Subtitle = ({ children }: { children: string }) => <Text style={styles.subtitle}>{pdfText(children)}</Text>
export const Heading = ({ children }: { children: string }) => (
  <Text style={styles.heading} minPresenceAhead={40}>
    {pdfText(children)}
  </Text>
)
export const Subheading = ({ children }: { children: string }) => (
  <Text style={styles.subheading} minPresenceAhead={30}>
    {pdfText(children)}
  </Text>
)
export const Small = ({ children }: { children: string }) => <Text style={styles.small}>{pdfText(children)}</Text>
export const PageBreak = () => <View break />

/** Paragraphs of a text typed by people: one per line, blank lines left out. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <Text key={index} style={styles.paragraph}>
            {pdfText(line)}
          </Text>
        ))}
    </>
  )
}

export const Boxed = ({ children }: { children: ReactNode }) => <View style={styles.box}>{children}</View>

export function Facts({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <View>
      {facts.map(([name, value]) => (
        <View key={name} style={styles.fact} wrap={false}>
          <Text style={styles.factName}>{pdfText(name)}</Text>
          <Text style={styles.factValue}>{pdfText(value)}</Text>
        </View>
      ))}
    </View>
  )
}

export type PdfColumn = { header: string; flex: number }

/** A table whose head is repeated on each page; cells are text or a drawn signature. */
export function Table({ columns, rows }: { columns: PdfColumn[]; rows: ReactNode[][] }) {
  return (
    <View>
      <View style={styles.row} fixed>
        {columns.map((column) => (
          <Text key={column.header} style={[styles.head, { flex: column.flex }]}>
            {pdfText(column.header)}
          </Text>
        ))}
      </View>
      {rows.map((row, line) => (
        <View key={line} style={styles.row} wrap={false}>
          {row.map((cell, index) => (
            <View key={index} style={{ flex: columns[index]?.flex ?? 1 }}>
              {typeof cell === 'string' ? <Text style={styles.cell}>{pdfText(cell)}</Text> : cell}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
