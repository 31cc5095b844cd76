import { MailParagraph } from './layout'

/** Something about a proxy that the desk wrote down: by whom, and what to do if it is not so. */
export function NotedBy({ by, giverReads }: { by: string; giverReads: boolean }) {
  return (
    <MailParagraph>
      Noté au secrétariat de la réunion par {by}
      {giverReads ? ', à votre demande. Si vous n’avez rien demandé' : '. Si ce n’est pas exact'}, dites-le dès
      maintenant au secrétariat ou à la présidence de l’association.
    </MailParagraph>
  )
}
