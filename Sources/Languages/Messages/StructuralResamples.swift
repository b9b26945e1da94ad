extension Messages {
  /// What `sem` says of resamples and of completed data.
  static let structuralResamples: StaticString = #"""
    en Groups of ordered answers, and groups of which only moments are given, are not resampled together: intervals are those of the delta method.
    nl Groepen van geordende antwoorden, en groepen waarvan alleen momenten zijn gegeven, worden niet samen hertrokken: intervallen zijn die van de deltamethode.
    nb Grupper av ordnede svar, og grupper der bare momenter er gitt, trekkes ikke om sammen: intervallene er deltametodens.
    sv Grupper av ordnade svar, och grupper av vilka bara moment är givna, dras inte om tillsammans: intervallen är deltametodens.
    de Gruppen geordneter Antworten und Gruppen, von denen nur Momente gegeben sind, werden nicht gemeinsam neu gezogen: Intervalle sind die der Delta-Methode.
    en These are too many for the test of Bollen and Stine, which is left out.
    nl Dat zijn er te veel voor de toets van Bollen en Stine, die is weggelaten.
    nb Det er for mange for testen etter Bollen og Stine, som er utelatt.
    sv Det är för många för Bollen och Stines test, som är utelämnat.
    de Das sind zu viele für den Test nach Bollen und Stine, der weggelassen ist.
    en Bollen and Stine's bootstrap, which assumes no distribution of the answers, gives p {0}.
    nl De bootstrap van Bollen en Stine, die geen verdeling van de antwoorden aanneemt, geeft p {0}.
    nb Bootstrap etter Bollen og Stine, som ikke antar noen fordeling av svarene, gir p {0}.
    sv Bollen och Stines bootstrap, som inte antar någon fördelning av svaren, ger p {0}.
    de Der Bootstrap nach Bollen und Stine, der keine Verteilung der Antworten voraussetzt, ergibt p {0}.
    en p, Bollen–Stine
    nl p, Bollen–Stine
    nb p, Bollen–Stine
    sv p, Bollen–Stine
    de p, Bollen–Stine
    en Imputations
    nl Imputaties
    nb Imputeringer
    sv Imputeringar
    de Imputationen
    en Resamples
    nl Hertrekkingen
    nb Gjentrekninger
    sv Omdragningar
    de Wiederholungen
    en Nobody is left out: {0} missing answers of {1} respondents are drawn {2} times by chained equations ({3} sweeps), and the fits pooled by Rubin's rules; χ² is D₂ of Li, Meng, Raghunathan and Rubin. They hold when what is missing depends on nothing beyond the answers given.
    nl Niemand valt weg: {0} ontbrekende antwoorden van {1} respondenten zijn {2} keer getrokken met gekoppelde vergelijkingen ({3} rondes), en de aanpassingen samengevoegd met de regels van Rubin; χ² is D₂ van Li, Meng, Raghunathan en Rubin. Ze gelden als wat ontbreekt van niets afhangt buiten de gegeven antwoorden.
    nb Ingen er utelatt: {0} manglende svar fra {1} respondenter er trukket {2} ganger med kjedede ligninger ({3} runder), og tilpasningene slått sammen etter Rubins regler; χ² er D₂ etter Li, Meng, Raghunathan og Rubin. De gjelder når det som mangler ikke avhenger av noe utover svarene som er gitt.
    sv Ingen är utelämnad: {0} saknade svar från {1} respondenter är dragna {2} gånger med kedjade ekvationer ({3} varv), och anpassningarna sammanvägda enligt Rubins regler; χ² är D₂ enligt Li, Meng, Raghunathan och Rubin. De gäller när det som saknas inte beror på något utöver de givna svaren.
    de Niemand fällt weg: {0} fehlende Antworten von {1} Befragten werden {2}-mal durch verkettete Gleichungen ({3} Durchläufe) gezogen und die Anpassungen nach Rubins Regeln zusammengefasst; χ² ist D₂ nach Li, Meng, Raghunathan und Rubin. Sie gelten, wenn das Fehlen von nichts außer den gegebenen Antworten abhängt.
    en χ² of the completed data differ too much for the test to tell how well the model fits.
    nl χ² van de aangevulde gegevens verschillen te sterk om met de toets te zeggen hoe goed het model past.
    nb χ² for de utfylte dataene er for ulike til at testen sier hvor godt modellen passer.
    sv χ² för de kompletterade data skiljer sig för mycket för att testet ska säga hur väl modellen passar.
    de χ² der vervollständigten Daten unterscheiden sich zu sehr, als dass der Test sagen könnte, wie gut das Modell passt.
    en χ² of the completed data differ so much that D₂ comes out below zero and is set to zero: it says nothing of how well the model fits. Impute more often with {0}.
    nl χ² van de aangevulde gegevens verschillen zo sterk dat D₂ onder nul uitkomt en op nul is gezet: het zegt niets over hoe goed het model past. Vul vaker aan met {0}.
    nb χ² for de utfylte dataene er så ulike at D₂ blir under null og er satt til null: det sier ingenting om hvor godt modellen passer. Imputer oftere med {0}.
    sv χ² för de kompletterade data skiljer sig så mycket att D₂ hamnar under noll och är satt till noll: det säger ingenting om hur väl modellen passar. Imputera oftare med {0}.
    de χ² der vervollständigten Daten unterscheiden sich so sehr, dass D₂ unter null fällt und auf null gesetzt ist: Es sagt nichts darüber, wie gut das Modell passt. Imputieren Sie öfter mit {0}.
    en Fits of completed data are pooled and not resampled ({0}): errors and intervals are those of Rubin's rules.
    nl Modellen van aangevulde gegevens worden samengenomen en niet opnieuw getrokken ({0}): fouten en intervallen zijn die van de regels van Rubin.
    nb Modeller av utfylte data slås sammen og trekkes ikke på nytt ({0}): feil og intervaller er de etter Rubins regler.
    sv Modeller av kompletterade data slås samman och dras inte om ({0}): fel och intervall är de enligt Rubins regler.
    de Anpassungen vervollständigter Daten werden zusammengefasst und nicht neu gezogen ({0}): Fehler und Intervalle sind die nach Rubins Regeln.
    en Missing answers cost the parameters up to {0} % of their information.
    nl Ontbrekende antwoorden kosten de parameters tot {0} % van hun informatie.
    nb Manglende svar koster parametrene opptil {0} % av informasjonen.
    sv Saknade svar kostar parametrarna upp till {0} % av deras information.
    de Fehlende Antworten kosten die Parameter bis zu {0} % ihrer Information.
    """#
}
