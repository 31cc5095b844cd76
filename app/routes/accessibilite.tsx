import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contactOf } from '~/association/in-force.server'
import { db } from '~/platform/db.server'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Accessibilité' }]

export async function loader() {
  return contactOf(db())
}

export default function Accessibility() {
  const association = useLoaderData<typeof loader>()
  return (
    <Page
      title="Accessibilité"
      lead="Chaque membre doit pouvoir lire, répondre et voter seul, quels que soient ses outils."
    >
      <Section title="Où nous en sommes">
        <p>
          Ce site n’a pas encore fait l’objet d’un audit complet selon le référentiel général d’amélioration de
          l’accessibilité (RGAA). Ses pages sont contrôlées par des essais automatiques, qui ne couvrent qu’une partie
          des critères.
        </p>
        <p>Il est conçu pour être utilisé&nbsp;:</p>
        <ul className="list-disc space-y-1 pl-6">
          <li>au clavier seul, vote compris&nbsp;;</li>
          <li>avec un lecteur d’écran&nbsp;;</li>
          <li>agrandi jusqu’à quatre fois, ou sur un écran de 320 points de large, sans défilement latéral&nbsp;;</li>
          <li>pour l’essentiel, sans JavaScript.</li>
        </ul>
      </Section>
      <Section title="Ce qui peut manquer">
        <ul className="list-disc space-y-1 pl-6">
          <li>Les documents que l’association dépose ne sont pas tous accessibles.</li>
          <li>Les PDF produits par le site contiennent du texte lisible, sans être balisés selon la norme PDF/UA.</li>
          <li>
            La signature dessinée demande une souris, un doigt ou un stylet&nbsp;; le secrétariat peut la remplacer.
          </li>
        </ul>
      </Section>
      <Section title="Une difficulté&nbsp;?">
        <p>
          Dites-nous la page et ce qui vous arrête
          {association ? (
            <>
              , à <a href={`mailto:${association.email}`}>{association.email}</a>
            </>
          ) : null}
          &nbsp;: une autre façon de faire vous sera proposée. Sans réponse satisfaisante, vous pouvez saisir le{' '}
          <a href="https://formulaire.defenseurdesdroits.fr">Défenseur des droits</a>.
        </p>
      </Section>
    </Page>
  )
}
