import type { ReactNode } from 'react'
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email'
import { colours, serif, styles } from './style'

type MailLayoutProps = {
  /** Name of the association: who writes. */
  association: string
  /** Title of the message, as a sentence: « Votre adhésion est acceptée ». */
  title: string
  /** What mail readers show beside the subject. */
  preview: string
  /** Why this person receives it. */
  footer?: ReactNode
  children: ReactNode
}

/** The frame of every message: who writes, a title, the text, why it was sent. HTML and text come from this one element. */
export function MailLayout({ association, title, preview, footer, children }: MailLayoutProps) {
  return (
    <Html lang="fr" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
      </Head>
      <Preview useTitleTag={false}>{preview}</Preview>
      <Body lang="fr" style={styles.body}>
        <Container style={styles.sheet}>
          <Section style={styles.head}>
            <Text style={styles.association}>{association}</Text>
          </Section>
          <Section style={styles.text}>
            <Heading as="h1" style={styles.title}>
              {title}
            </Heading>
            {children}
          </Section>
        </Container>
        <Container style={styles.foot}>
          <Text style={styles.small}>
            {footer ?? `Message envoyé par ${association}, au titre de la vie de l’association.`}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** A link inside a text, in a colour that reads on the sheet. */
export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={styles.link}>
      {children}
    </Link>
  )
}

export function MailParagraph({ children }: { children: ReactNode }) {
  return <Text style={styles.paragraph}>{children}</Text>
}

/** Title of a part of the message: « Ordre du jour ». */
export function MailHeading({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={styles.heading}>
      {children}
    </Heading>
  )
}

/** The one thing to do; in plain text, its label and its address. `quiet` for the other answers beside it. */
export function MailButton({ href, quiet = false, children }: { href: string; quiet?: boolean; children: string }) {
  return (
    <Section style={{ margin: '0 0 16px' }}>
      <Button href={href} style={quiet ? styles.quietButton : styles.button}>
        {children}
      </Button>
    </Section>
  )
}

/** Facts by name: date, place, what is asked. One a line, in plain text too. */
export function MailFacts({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl style={styles.facts}>
      {facts.map(({ term, value }) => (
        <div key={term} style={styles.fact}>
          <dt style={styles.term}>{term}</dt>
          <dd style={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Things in order: the agenda, the resolutions. */
export function MailList({ items }: { items: readonly ReactNode[] }) {
  return (
    <ol style={styles.list}>
      {items.map((item, rank) => (
        <li key={rank} style={styles.item}>
          {item}
        </li>
      ))}
    </ol>
  )
}

/** What the statutes say here, with its article: « art. 13.2 ». */
export function MailArticle({ article, children }: { article: string; children: ReactNode }) {
  return (
    <Text style={styles.article}>
      <span style={{ fontFamily: serif, color: colours.accent }}>art. {article}</span>
      <br />
      {children}
    </Text>
  )
}

export function MailRule() {
  return <Hr style={{ borderColor: colours.rule, margin: '24px 0' }} />
}
