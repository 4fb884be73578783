//! The words of figures, English and Welsh.
//!
//! A number in braces is the place of a number, a name or a period; see [`super::fill`]. Welsh changes how a word begins after
//! many others (`na`, `o`, `i`, `gan`, `neu`), so that its sentences put a noun, a colon or a bracket before whatever is the
//! publisher's: names stay as they are. Forms that go with different numbers are parted by `|`; see [`super::plural`].

crate::texts! {
    /// The words of figures. What is interface alone is kpi-ui's.
    pub enum Text {
        // Units.
        Per: "per ", "fesul ";
        Thousand: "thousand", "mil|mil|fil";
        Million: "million", "miliwn|miliwn|filiwn";
        Days: "day|days", "diwrnod|diwrnod|ddiwrnod";
        Points: "point|points", "pwynt|pwynt|bwynt|phwynt";
        PercentagePoints: "percentage point|percentage points", "pwynt canran|pwynt canran|bwynt canran|phwynt canran";
        To: " to ", " i ";
        UnitNumber: "Number", "Nifer";
        UnitPercent: "Per cent", "Canran";
        UnitRate: "Rate per ", "Cyfradd fesul ";
        UnitRatio: "Ratio", "Cymhareb";
        UnitDays: "Days", "Diwrnodau";
        UnitPoints: "Points", "Pwyntiau";

        // Why there is no number, and what a mark says.
        NotPublished: "not published", "heb ei gyhoeddi";
        Confidential: "confidential", "cyfrinachol";
        NotAvailable: "not available", "ddim ar gael";
        NotApplicable: "not applicable", "ddim yn berthnasol";
        RoundsToZero: "rounds to zero", "yn talgrynnu i sero";
        Unreliable: "too unreliable to publish", "rhy annibynadwy i'w gyhoeddi";
        Unreadable: "cannot be read from the file", "ni ellir ei ddarllen o'r ffeil";
        Elsewhere: "in a file that is not here yet", "mewn ffeil nad yw yma eto";
        TooFew: "not enough published figures", "dim digon o ffigurau wedi'u cyhoeddi";
        Provisional: "provisional", "dros dro";
        Revised: "revised", "wedi'i ddiwygio";
        Estimated: "estimated", "amcangyfrif";
        Forecast: "forecast", "rhagolwg";
        NotComparable: "not comparable with earlier figures", "ddim yn gymaradwy â ffigurau cynharach";
        LowReliability: "low reliability", "dibynadwyedd isel";
        Derived: "derived, not published", "wedi'i ddeillio, heb ei gyhoeddi";

        // Periods.
        NoDate: "No date given", "Dim dyddiad wedi'i nodi";
        Quarter: "Quarter", "Chwarter";
        Month: "Month", "Mis";
        Year: "Year", "Blwyddyn";
        Date: "Date", "Dyddiad";
        Period: "Period", "Cyfnod";
        // Behind a number of three or more.
        Quarters: "quarters", "chwarter";
        Months: "months", "o fisoedd";
        Years: "years", "o flynyddoedd";
        Periods: "periods", "o gyfnodau";
        PreviousQuarter: "The quarter before", "Y chwarter blaenorol";
        PreviousMonth: "The month before", "Y mis blaenorol";
        PreviousYear: "The year before", "Y flwyddyn flaenorol";
        PeriodBefore: "The period before", "Y cyfnod blaenorol";
        SameQuarterYearBefore: "Same quarter a year before", "Yr un chwarter y flwyddyn flaenorol";
        SameMonthYearBefore: "Same month a year before", "Yr un mis y flwyddyn flaenorol";
        YearBefore: "A year before", "Blwyddyn ynghynt";
        QuarterLetter: "Q", "Ch";
        AcademicYear: "academic year ", "blwyddyn academaidd ";
        TheAcademicYear: "the academic year ", "y flwyddyn academaidd ";
        // "mis" keeps the month's name from changing.
        ToMonth: " to ", " i fis ";
        UntilMonth: " (to {0})", " (hyd fis {0})";
        In: "in {0}", "yn {0}";
        InMonth: "in {0}", "ym mis {0}";
        On: "on {0}", "ar {0}";
        From: "from {0}", "o {0}";
        FromMonth: "from {0}", "o fis {0}";
        InNamed: "in {0}", "({0})";
        OnNamed: "on {0}", "({0})";
        January: "January", "Ionawr";
        February: "February", "Chwefror";
        March: "March", "Mawrth";
        April: "April", "Ebrill";
        May: "May", "Mai";
        June: "June", "Mehefin";
        July: "July", "Gorffennaf";
        August: "August", "Awst";
        September: "September", "Medi";
        October: "October", "Hydref";
        November: "November", "Tachwedd";
        December: "December", "Rhagfyr";

        // Verdicts, changes, methods.
        Better: "better", "gwell";
        Worse: "worse", "gwaeth";
        Same: "the same", "yr un fath";
        Similar: "similar", "tebyg";
        NoDirection: "no direction defined", "dim cyfeiriad wedi'i ddiffinio";
        Higher: "higher", "uwch";
        Lower: "lower", "is";
        HigherBy: "{0} higher", "{0} yn uwch";
        LowerBy: "{0} lower", "{0} yn is";
        Up: "↑ up {0}", "↑ i fyny {0}";
        Down: "↓ down {0}", "↓ i lawr {0}";
        HigherIsBetter: "Higher is better.", "Gorau po uchaf.";
        LowerIsBetter: "Lower is better.", "Gorau po isaf.";
        NoDirectionDefined: "It is not defined whether higher or lower is better.", "Ni ddiffiniwyd pa gyfeiriad sy'n well.";
        ChangeSincePrevious: "Change since the period before", "Newid ers y cyfnod blaenorol";
        ChangeSinceYearBefore: "Change since a year before", "Newid ers blwyddyn ynghynt";
        CannotBeCompared: "cannot be compared", "ni ellir ei gymharu";
        NoEarlierFigure: "no earlier figure", "dim ffigur cynharach";
        AsPublished: "as published", "fel y'i cyhoeddwyd";
        Mean: "mean", "cymedr";
        Median: "median", "canolrif";
        LowerQuartile: "lower quartile", "chwartel isaf";
        UpperQuartile: "upper quartile", "chwartel uchaf";
        MethodDecides: "How the figure compares with {0} depends on the way theirs is made: {1}; {2}.", "Y dull sy'n penderfynu sut mae'r ffigur yn cymharu â'r grŵp {0}: {1}; {2}.";
        MethodMoves: "Whether the figure of {0} is above or below {1} ({2}) depends on the way it is made: {3}, {4}.", "Y dull sy'n penderfynu a yw'r grŵp {0} uwchlaw ynteu islaw ffigur {1} ({2}): {3}, {4}.";

        // Tables and the overview.
        NoneJudged: "No indicator shown here has both a direction and an earlier figure to compare with.", "Nid oes gan unrhyw ddangosydd yma gyfeiriad yn ogystal â ffigur cynharach i gymharu ag ef.";
        Indicators: "{0} indicator|{0} indicators", "{0} dangosydd|{0} dangosydd|{0} ddangosydd";
        Judged: "Of the one indicator that has a direction and an earlier figure, {1} since the period before.|Of the {0} that have a direction and an earlier figure, {1} since the period before.", "O'r unig ddangosydd sydd â chyfeiriad a ffigur cynharach, ers y cyfnod blaenorol: {1}.|O'r {0} sydd â chyfeiriad a ffigur cynharach, ers y cyfnod blaenorol: {1}.";
        OtherPeriods: "The figure of one of them is for another period than {1}, named beside it.|The figures of {0} of them are for other periods than {1}, named beside them.", "Mae ffigur un ohonynt ar gyfer cyfnod heblaw {1}, a enwir wrth ei ochr.|Mae ffigurau {0} ohonynt ar gyfer cyfnodau heblaw {1}, a enwir wrth eu hochr.";
        GotBetter: "{0} got better", "{0} wedi gwella";
        GotWorse: "{0} got worse", "{0} wedi gwaethygu";
        DidNotChange: "{0} did not change", "{0} heb newid";
        DidNotChangeClearly: "{0} did not change clearly", "{0} heb newid yn glir";
        TargetOf: "target ", "targed ";
        TargetMet: ", met", ", wedi'i gyrraedd";
        TargetNearlyMet: ", nearly met", ", bron wedi'i gyrraedd";
        TargetMissed: ", missed", ", heb ei gyrraedd";
        Target: "Target", "Targed";
        NoTarget: "none", "dim";
        Area: "Area", "Ardal";
        Rank: "Rank", "Safle";
        DifferenceFrom: "Difference from {0}", "Gwahaniaeth, o gymharu â: {0}";
        SinceThen: "since {0}", "ers {0}";
        FocusIs: "{0} is", "{0}, o gymharu:";
        NotCompared: "not compared", "heb ei gymharu";
        OfSoMany: "{0} of {1}", "{0} o {1}";
        LimitsKey: "… to …", "… i …";
        LimitsMeaning: "confidence limits: the true figure probably lies between them", "terfynau hyder: mae'n debyg bod y gwir ffigur rhyngddynt";
        MembersKey: "… of …", "… o …";
        MembersMeaning: "how many of the group's members have a figure", "nifer aelodau'r grŵp sydd â ffigur";
        NoChange: "no change", "dim newid";
        NoFigureNow: "no figure for this period", "dim ffigur ar gyfer y cyfnod hwn";
        UntilRevised: "{0}, {1}: {2} until revised{3}.", "{0}, {1}: {2} hyd nes ei ddiwygio{3}.";
        RevisedThen: " (published on {0})", " (cyhoeddwyd ar {0})";
        PartsAreMore: "The parts add up to {0}, {1} more than the published total; {2}.", "Cyfanswm y rhannau yw {0}, sef {1} yn fwy na'r cyfanswm a gyhoeddwyd; {2}.";
        PartsAreLess: "The parts add up to {0}, {1} less than the published total; {2}.", "Cyfanswm y rhannau yw {0}, sef {1} yn llai na'r cyfanswm a gyhoeddwyd; {2}.";
        RoundingCan: "rounding alone can make a difference of up to {0}", "gall talgrynnu yn unig wneud gwahaniaeth o hyd at {0}";
        RoundingCannot: "rounding does not explain that", "nid yw talgrynnu yn esbonio hynny";
        RoundingFallsShort: "rounding alone explains no more than {0}", "nid yw talgrynnu yn unig yn esbonio mwy na {0}";
        And: " and ", " a ";
        AndVowel: " and ", " ac ";

        // Charts.
        Hollow: "hollow: provisional, estimated or forecast", "gwag: dros dro, amcangyfrif neu ragolwg";
        Band: "band or thin stroke: confidence limits, between which the true figure probably lies", "band neu linell denau: terfynau hyder, y mae'r gwir ffigur yn debygol o fod rhyngddynt";
        OfMembers: " of ", ": ";
        PeriodSpan: ", {0} to {1}", ", {0} – {1}";
        SourceIs: "Source: ", "Ffynhonnell: ";
        PublishedBy: ". Published by ", ". Cyhoeddwr: ";
        LicenceIs: "Licence: ", "Trwydded: ";
        LimitsAre: "confidence limits {0}", "terfynau hyder {0}";
        FromMembers: "from {0} of {1} members", "ar sail {0} o {1} aelod";
        RankOf: "rank {0} of {1}", "safle {0} o {1}";
        OverBudget: "{0} over", "{0} dros y gyllideb";
        UnderBudget: "{0} under", "{0} o dan y gyllideb";
        OnBudget: "on budget", "ar y gyllideb";
        Ranks: "{0} ranks {1} of {2} areas, ", "{0}: safle {1} o {2} ardal, ";
        SharesRank: "{0} shares rank {1} of {2} areas, ", "{0}: safle cydradd {1} o {2} ardal, ";
        OneIsHighest: "where 1 is the highest.", "lle 1 yw'r uchaf.";
        OneIsBest: "where 1 is the best.", "lle 1 yw'r gorau.";
        LeftOut: "Too large for this chart, but in the table: {0}.", "Rhy fawr i'r siart hwn, ond yn y tabl: {0}.";
        MoreInTable: "{0} more is in the table|{0} more are in the table", "{0} arall yn y tabl";
        Lacking: "{0} more area has no figure.|{0} more areas have no figure.", "Heb ffigur: {0} ardal arall.";

        // Taken away.
        ToleranceOf: "Figures that differ by up to {0} are called similar.", "Gelwir ffigurau yn debyg lle nad yw'r gwahaniaeth yn fwy na {0}.";
        PartOfMembers: "{0}, {1} of {2} members", "{0}, {1} o {2} aelod";
        PublishedOn: "Published on {0}", "Cyhoeddwyd ar {0}";
        ModifiedOn: "Last changed on {0}", "Newidiwyd ddiwethaf ar {0}";
        FiguresOf: "Figures: {0}", "Ffigurau: {0}";

        // What a sentence of the story is about: nothing where Welsh begins with its verb.
        It: "It", "";
        Named: "", ": ";

        // The level.
        NoFigure: "no figure", "dim ffigur";
        WithoutDate: ", with no date given", ", heb ddyddiad wedi'i nodi";
        DerivedItself: "derived and not itself published", "wedi'i ddeillio a heb ei gyhoeddi ei hun";
        DerivedAll: "derived and not published, like the others named here", "wedi'i ddeillio a heb ei gyhoeddi, fel y lleill a enwir yma";
        RevisedFrom: "revised from {0}", "diwygiwyd o {0}";
        RevisedBefore: "revised, before that {0}", "diwygiwyd; cyn hynny: {0}";
        AsPublishedOn: " as published on {0}", " fel y'i cyhoeddwyd ar {0}";
        Likely: "likely to be between {0} and {1}", "amrediad tebygol: {0} i {1}";

        // Changes.
        Is: " is ", "";
        WentUp: "up {0} since {1} (", "i fyny {0} ers {1} (";
        WentDown: "down {0} since {1} (", "i lawr {0} ers {1} (";
        Unchanged: "unchanged since {0}", "yn ddigyfnewid ers {0}";
        AndChanged: " and ", " ac ";
        CommaAnd: ", and ", ", ac ";
        CommaBut: ", but ", ", ond ";
        BothBetter: ", both better", ", y ddau'n well";
        BothWorse: ", both worse", ", y ddau'n waeth";
        WhichIsBetter: ", which is better", ", sy'n well";
        WhichIsWorse: ", which is worse", ", sy'n waeth";
        NotClear: ", no clear difference given the confidence limits", ", heb wahaniaeth clir o ystyried y terfynau hyder";
        WithinTolerance: ", within the tolerance of {0}", ", o fewn y goddefiant o {0}";
        NotComparedWith: "It cannot be compared with ", "Ni ellir ei gymharu â: ";
        Or: " or ", ", ";
        OtherKind: "Earlier figures are for another kind of period and cannot be compared", "Mae ffigurau cynharach ar gyfer math arall o gyfnod ac ni ellir eu cymharu";
        NoEarlier: "There is no earlier figure to compare with", "Nid oes ffigur cynharach i gymharu ag ef";
        BreakInSeries: "break in the series", "toriad yn y gyfres";
        NotExact: "not exact", "nid ffigur union";

        // Runs and records. Behind "dyma'r" a superlative stays as it is.
        RunBetter: " has got better for {0} {1} in a row", "mae wedi gwella am {0} {1} yn olynol";
        RunWorse: " has got worse for {0} {1} in a row", "mae wedi gwaethygu am {0} {1} yn olynol";
        RunUp: " has risen for {0} {1} in a row", "mae wedi codi am {0} {1} yn olynol";
        RunDown: " has fallen for {0} {1} in a row", "mae wedi gostwng am {0} {1} yn olynol";
        RunSame: " has not changed for {0} {1} in a row", "nid yw wedi newid am {0} {1} yn olynol";
        IsThe: " is the ", "dyma'r ";
        AndIsThe: " and is the ", " a dyma'r ";
        PublishedSince: "{0} published since {1} ({2})", "{0} a gyhoeddwyd ers {1} ({2})";
        OfAllHere: "{0} of the {1} {2} published here", "{0} o'r {1} {2} a gyhoeddir yma";
        JointOfAllHere: "joint {0} of the {1} {2} published here", "{0} ar y cyd o'r {1} {2} a gyhoeddir yma";
        Comparable: "comparable {0}", "{0} cymaradwy";
        With: ", with {0}", " (hefyd {0})";
        Others: "{0} others", "{0} arall";
        Best: "best", "gorau";
        Worst: "worst", "gwaethaf";
        Highest: "highest", "uchaf";
        Lowest: "lowest", "isaf";

        // Other areas.
        HigherThan: "higher than ", "mae'n uwch na ";
        HigherThanBy: "{0} higher than ", "mae hyn {0} yn uwch na ";
        LowerThan: "lower than ", "mae'n is na ";
        LowerThanBy: "{0} lower than ", "mae hyn {0} yn is na ";
        SimilarTo: "similar to ", "mae'n debyg i ";
        SameAs: "the same as ", "mae'r un fath â ";
        FigureOf: "", "ffigur ";
        FiguresOfAreas: "", "ffigurau ";
        AndArea: " and ", ", ";
        AndOthers: " and {0} others", ", hefyd {0} arall";
        GivenLimits: ", given the confidence limits", ", o ystyried y terfynau hyder";
        FromAreas: ", from ", ", ar sail ";
        AreasOf: "{0} of {1} areas", "{0} o {1} ardal";
        Areas: "{1} areas", "{1} ardal";
        NonePublished: "No figure is published here for ", "Ni chyhoeddir ffigur yma ar gyfer: ";
        TotalsNotCompared: "Totals are not compared with other areas", "Ni chymherir cyfansymiau ag ardaloedd eraill";
        AllNotExact: ", which is not exact|, which are not exact", "; nid ffigur union|; nid ffigurau union";

        // The place among others. "Ail" changes what follows it.
        Ranked: " is the {0} of {1}, counting {2}", "dyma'r {0} o {1}, gan gynnwys {2}";
        RankedJointly: " is the joint {0} of {1}, counting {2}", "dyma'r {0} ar y cyd o {1}, gan gynnwys {2}";
        Its: "its {0}", "y grŵp {0}";
        TheGroup: "{0}", "y grŵp {0}";
        TheseAreas: "the areas chosen", "yr ardaloedd a ddewiswyd";
        Ordinals: "second third fourth fifth sixth seventh eighth ninth", "ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed";
        SecondBest: "second best", "ail orau";
        SecondWorst: "second worst", "ail waethaf";

        // The target.
        IsAboveTarget: " is {0} above the target of {1}", "mae hyn {0} yn uwch na'r targed o {1}";
        IsBelowTarget: " is {0} below the target of {1}", "mae hyn {0} yn is na'r targed o {1}";
        IsAtTarget: " is at the target of {1}", "mae'n cyfateb i'r targed o {1}";
        NearlyFromAbove: " nearly meets the target of {1}: {0} above", "mae bron â chyrraedd y targed o {1}: {0} yn uwch";
        NearlyFromBelow: " nearly meets the target of {1}: {0} below", "mae bron â chyrraedd y targed o {1}: {0} yn is";
        MissesTarget: " misses the target of {1} by {0}", "nid yw'n cyrraedd y targed o {1}; y gwahaniaeth yw {0}";
        MeetsTarget: " meets the target of {1} with {0} to spare", "mae'n cyrraedd y targed o {1} gyda {0} wrth gefn";

        // Several measures.
        AgainstBudget: " against a budget of ", " yn erbyn cyllideb o ";
        IsOnBudget: "on budget", "ar y gyllideb";
        IsUnderBudget: " under budget", " o dan y gyllideb";
        IsOverBudget: " over budget", " dros y gyllideb";
        PublishedDiffer: "That is the published variance; the published {0} and budget themselves differ by {1}", "Dyna'r amrywiant a gyhoeddwyd; y gwahaniaeth rhwng y ffigurau eraill a gyhoeddwyd ({0}, cyllideb) yw {1}";

        // What is not there.
        NoFigures: "There are no figures", "Nid oes ffigurau";
        NoFigureFor: "There is no figure for {0}", "Nid oes ffigur ar gyfer {0}";
        LatestIsFor: "The latest figure is for ", "Mae'r ffigur diweddaraf ar gyfer ";
        FirstIsFor: "The first figure is for ", "Mae'r ffigur cyntaf ar gyfer ";
        LastBeforeIsFor: "The last figure before that is for ", "Mae'r ffigur diweddaraf cyn hynny ar gyfer ";
        HasGaps: "The series has {0} gaps", "Mae {0} o fylchau yn y gyfres";
        NoneIsPublished: "No figure is published ", "Ni chyhoeddir ffigur ";
        For: "for {0}", "ar gyfer {0}";
        // All that is parted by it begins with "ar".
        Nor: " or ", " nac ";
        Between: "between {0} and {1}", "ar ôl {0} a chyn {1}";
    }
}
