type Failed = { refused: boolean; unanswered: boolean }

/** What became of a mail that is not known to have arrived: « courriel refusé », « revenu »… */
export const failedWord = ({ refused, unanswered }: Failed): string =>
  unanswered ? 'resté sans réponse du serveur, peut-être arrivé,' : refused ? 'refusé' : 'revenu'
