//! French.

use crate::domain::excess::{
    Because, ChangeClass, Exclusion, Reset, ResetKind, Reviewable, Threshold,
};
use crate::domain::hint::Hint;
use crate::policy::thresholds::{Record, Thresholds};

use super::Tongue;
use super::rhythm::Rhythm;

pub(super) struct French;

impl Tongue for French {
    fn head(&self, thresholds: &Thresholds) -> String {
        let Thresholds { id, version, hash, owner, effective_from, .. } = thresholds;
        let mut head = format!("Seuils « {id} », version {version}, empreinte du contenu {hash}.");
        if let Some(day) = effective_from {
            head += &format!(" Pas en vigueur avant le {day}.");
        }
        if !owner.is_empty() {
            head += &format!(" Qui en répond : {owner}.");
        }
        head
    }

    fn preamble(&self) -> &'static [&'static str] {
        &[
            "Ce que fait un signalement : il demande à un humain de regarder. Il ne refuse rien, ne facture rien, ne retarde rien \
             et ne change aucun mot d'aucune réponse. Un signalement que personne n'examine à temps se ferme comme non excessif.",
            "Ce qui n'est jamais regardé : une première demande ; les oppositions à la prospection et à l'entraînement d'IA ; les \
             signaux d'un navigateur ; le retrait d'un consentement ; la limitation ; et tout ce qui n'est pas un des droits \
             ci-dessous.",
            "Ce qui ne compte jamais : les demandes jointes à une autre, retirées, auxquelles on a répondu tard ou en partie, \
             contestées, encore sans réponse, envoyées par quelqu'un dont personne n'a confirmé l'identité, portant sur un autre \
             droit ou un autre périmètre (finalité, système, catégorie ou période), ou faites avant que les données ou les \
             circonstances aient changé. Chaque personne est comptée seule, peu importe qui partage son adresse, son avocat ou \
             ses mots.",
            "Ce qui rend une règle plus généreuse : les données sensibles, selon les chiffres ci-dessous ; un traitement qui peut \
             nuire à la personne (entraînement, notation, blocage) ajoute une demande et divise les jours par deux ; quand les \
             deux sont réunis, l'un après l'autre.",
        ]
    }

    fn rule(&self, rule: &Threshold) -> String {
        let gap = match rule.never_if_gap_days {
            0 => String::new(),
            days => format!(", sauf si {days} jours ont passé depuis la dernière réponse complète"),
        };
        let kinder = match (rule.sensitive_kth > rule.kth, rule.sensitive_gap_days) {
            (false, _) => String::new(),
            (true, 0) => {
                format!(" Pour des données sensibles, à partir de la {}e.", rule.sensitive_kth)
            }
            (true, days) => format!(
                " Pour des données sensibles, à partir de la {}e, et {days} jours.",
                rule.sensitive_kth
            ),
        };
        format!(
            "[{}] {} portant sur {} est regardée à partir de la {}e du même genre en {} jours{gap}.{kinder}",
            rule.id,
            self.right(rule.right),
            self.class(rule.class),
            rule.kth,
            rule.window_days,
        )
    }

    fn rhythm(&self, rhythm: Rhythm, first: Option<u32>) -> String {
        let name = match rhythm {
            Rhythm::Daily => "demandes quotidiennes",
            Rhythm::Weekly => "hebdomadaires",
            Rhythm::Monthly => "mensuelles",
            Rhythm::Quarterly => "trimestrielles",
        };
        match first {
            Some(n) => format!("{name} : à partir de la {}", in_words(n)),
            None => format!("{name} : jamais"),
        }
    }

    fn meaning(&self, rhythms: &str) -> String {
        format!(
            "Ce que cela signifie, quand toutes reçoivent une réponse complète et à temps : {}.",
            rhythms.replace("; ", " ; ")
        )
    }

    fn superseded(&self, record: &Record, by: &str) -> String {
        format!("[{}] ne s'applique plus à rien : « {by} » a pris sa place.", record.id)
    }

    fn sources(&self, sources: &str) -> String {
        format!("Sources : {sources}")
    }

    fn conclusion(&self, seen: u32, kth: u32, window_days: u32) -> String {
        format!(
            "C'est la {seen}e demande du même genre en {window_days} jours ; à partir de la {kth}e, un humain regarde. Le nombre seul ne montre rien : il faudrait montrer une intention."
        )
    }

    fn ordinary(&self, because: Because) -> &'static str {
        match because {
            Because::NoRule => "Ordinaire : il n'y a pas de règle pour ce droit et ces données.",
            Because::SelfService => {
                "Ordinaire : la personne peut obtenir ces données seule à tout moment."
            }
            Because::Few => "Ordinaire : moins que le nombre de la règle.",
            Because::Spaced => "Ordinaire : assez longtemps après la dernière réponse complète.",
        }
    }

    fn the_rule(&self, rule: &str) -> String {
        format!("La règle : {rule}")
    }

    fn counted(&self, case: &str, received_at: &str) -> String {
        format!("{case} du {received_at} a compté.")
    }

    fn excluded(&self, case: &str, reason: &str) -> String {
        format!("{case} n'a pas compté : {reason}.")
    }

    fn reason(&self, exclusion: Exclusion) -> &'static str {
        match exclusion {
            Exclusion::OtherRight => "elle portait sur un autre droit",
            Exclusion::OtherScope => "elle portait sur d'autres données",
            Exclusion::OutsideWindow => "elle se trouve hors de la fenêtre",
            Exclusion::Unverified => "personne n'avait confirmé qui demandait",
            Exclusion::Merged => "elle a reçu la réponse d'une demande encore ouverte",
            Exclusion::Withdrawn => "elle a été retirée",
            Exclusion::Unanswered => "elle n'a pas encore de réponse",
            Exclusion::AnsweredLate => "la réponse est venue en retard",
            Exclusion::Incomplete => "la réponse n'était pas complète",
            Exclusion::Unidentifiable => "la personne n'a pas pu être identifiée",
            Exclusion::Disputed => "la personne a contesté la réponse",
            Exclusion::PastFinding => {
                "elle a été refusée ou facturée : une constatation passée n'entre pas dans une nouvelle"
            }
            Exclusion::SelfService => "la personne avait obtenu les données seule",
            Exclusion::BeforeChange => "les données ou les circonstances ont changé depuis",
        }
    }

    fn reset(&self, reset: &Reset) -> String {
        let what = match reset.why {
            ResetKind::NewData => "les données avaient changé",
            ResetKind::NewPurpose => "il y a eu une nouvelle finalité",
            ResetKind::NewRecipient => "il y a eu un nouveau destinataire",
            ResetKind::Breach => "il y a eu une violation de données",
            ResetKind::TermsChange => "les conditions ont changé",
            ResetKind::ObjectionOutcome => "une opposition a été tranchée",
            ResetKind::LegalProceedings => "une procédure a commencé",
        };
        format!("Le {} {what} : ce qui a été demandé avant ne compte pas.", reset.at.rfc3339())
    }

    fn fewer(&self, fewer: u32) -> String {
        let plural = if fewer == 1 { "" } else { "s" };
        format!(
            "Avec {fewer} demande{plural} antérieure{plural} de moins, elle aurait été ordinaire."
        )
    }

    fn hint(&self, hint: &Hint) -> String {
        format!(
            "Indication « {} » : c'est la {}e en {} jours. Elle ne change rien ; c'est à l'examinateur de chercher s'il y a une cause légitime, sans interroger la personne.",
            hint.id, hint.seen, hint.window_days
        )
    }

    fn right(&self, right: Reviewable) -> &'static str {
        match right {
            Reviewable::Access => "Une demande d'accès",
            Reviewable::Rectification => "Une demande de rectification de la même chose",
            Reviewable::Erasure => "Une demande d'effacement des mêmes données",
            Reviewable::Portability => "Une demande de portabilité des mêmes données",
            Reviewable::OtherObjection => "Une opposition écartée avec des motifs",
            Reviewable::AutomatedDecisionReview => "Une demande de réexamen de la même décision",
        }
    }

    fn class(&self, class: ChangeClass) -> &'static str {
        match class {
            ChangeClass::Static => "des données qui ne changent plus",
            ChangeClass::Normal => "des données qui changent de temps en temps",
            ChangeClass::Dynamic => "des données qui changent souvent",
        }
    }
}

fn in_words(n: u32) -> String {
    let words = [
        "première",
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
    ];
    let at = usize::try_from(n).unwrap_or_default().checked_sub(1);
    at.and_then(|at| words.get(at)).map_or_else(|| format!("{n}e"), |&word| word.to_owned())
}
