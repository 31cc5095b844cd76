import type { Letterhead } from '~/association/letterhead'
import { Facts, Heading, PdfDocument, Small, Subtitle, Table, Title } from '~/platform/pdf/kit'
import { frenchDate } from '~/ui/format'
import type { MyData } from './my-data.query.server'
import { readable, type DataSection } from './section'

/** Everything that the association keeps about a member, on paper. */
export function MyDataPdf({ data, letterhead }: { data: MyData; letterhead: Letterhead }) {
  return (
    <PdfDocument title={`Données personnelles de ${data.member}`} letterhead={letterhead}>
      <Title>Données personnelles</Title>
      <Subtitle>{`${data.member}, au ${frenchDate(data.on)}`}</Subtitle>
      {data.sections.map((section) => (
        <SectionPdf key={section.key} section={section} />
      ))}
    </PdfDocument>
  )
}

function SectionPdf({ section: { key, title, purpose, columns, rows } }: { section: DataSection }) {
  const cells = rows.map((row) => columns.map((column) => readable(row[column.key], column.kind)))
  const [only] = cells
  return (
    <>
      <Heading>{title}</Heading>
      <Small>{purpose}</Small>
      {!only ? (
        <Small>Rien n’est enregistré.</Small>
      ) : key === 'identity' ? (
        <Facts facts={columns.flatMap(({ label }, index) => (only[index] ? [[label, only[index]] as const] : []))} />
      ) : (
        <Table
          columns={columns.map(({ label, kind }) => ({ header: label, flex: kind === 'text' ? 2 : 1 }))}
          rows={cells}
        />
      )}
    </>
  )
}
