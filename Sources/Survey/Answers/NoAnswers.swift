/// Answers in words that give none: they are a reason why a rating is missing, in questionnaires and in the labels of codes.
public enum NoAnswers {
  private static let texts: Set<String> = Set(
    [
      // English
      "not applicable", "n/a", "na", "does not apply", "doesn't apply", "not relevant", "don't know", "dont know",
      "do not know", "dk", "i don't know",
      "don't know/not applicable", "don't know / not applicable", "not sure/don't know", "don't know/no answer",
      "prefer not to say", "prefer not to answer", "rather not say", "i'd rather not say",
      "i prefer not to say", "i prefer not to answer", "refused", "refuse to answer", "declined to answer",
      "no opinion", "no answer", "not answered", "no response", "not asked", "skipped", "cannot say", "can't say",
      "can't answer", "unable to say", "unable to rate", "never used", "never used / not applicable", "did not use",
      "didn't use", "have not used", "haven't used", "not used", "no experience", "unknown", "blank",
      "missing", "not available", "no answer given", "don't know/refused", "cannot judge", "can't judge", "not stated",
      "undetermined",
      // Dutch
      "niet van toepassing", "n.v.t.", "nvt", "weet niet", "weet ik niet", "ik weet het niet", "weet het niet",
      "geen mening", "geen antwoord", "wil ik niet zeggen", "zeg ik liever niet", "liever niet zeggen",
      "geen ervaring", "weet niet/geen mening", "weet niet/niet van toepassing",
      // German
      "nicht zutreffend", "trifft nicht auf mich zu", "entfällt", "weiß nicht", "weiss nicht", "ich weiß nicht",
      "keine angabe", "k. a.", "k.a.", "keine antwort", "möchte ich nicht sagen", "keine meinung",
      "kann ich nicht beurteilen", "nicht beurteilbar", "weiß nicht/keine angabe", "keine erfahrung",
      "nicht beantwortet",
      // Norwegian, Danish, Swedish
      "ikke relevant", "ikke aktuelt", "vet ikke", "vil ikke svare", "ønsker ikke å svare", "ikke besvart",
      "ingen mening", "ingen formening", "har ikke erfaring", "ved ikke", "det ved jeg ikke", "ønsker ikke at svare",
      "vil ikke oplyse", "ikke besvaret", "inte relevant", "ej aktuellt", "ej tillämpligt", "inte tillämpligt",
      "vet ej", "vet inte", "vill ej svara", "vill inte svara", "vill inte uppge", "ingen åsikt", "ej svar",
      "har ingen erfarenhet",
      "kan ikke svare", "kan inte svara", "ingen uppfattning",
      // French
      "non applicable", "sans objet", "ne s'applique pas", "ne sait pas", "je ne sais pas", "nsp",
      "ne souhaite pas répondre", "je préfère ne pas répondre", "préfère ne pas répondre", "sans opinion",
      "pas de réponse", "sans réponse",
      "non concerné", "non concernée", "pas d'avis", "refus",
      // Spanish
      "no aplica", "no procede", "no corresponde", "no sabe", "no sé", "no lo sé", "ns/nc", "no contesta",
      "no sabe/no contesta", "prefiero no decirlo", "prefiero no contestar", "prefiero no responder", "sin opinión",
      "sin respuesta",
    ].map(AnswerText.normal))

  /// Whether the answer, or the label of a code, gives no answer.
  public static func contains(_ answer: String) -> Bool { texts.contains(AnswerText.normal(answer)) }
}
