//! The tour: a shell script that can be pasted line by line, or run whole with `sh`.

use std::path::Path;

use crate::auth::development::Order;
use crate::clock::Clock;
use crate::config::Config;
use crate::gateway::{self, Gateway};

/// A token of the development issuer, for a working day.
pub(super) fn token(
    config: &Config,
    sub: &str,
    plan: Option<&str>,
    roles: &[&str],
) -> anyhow::Result<String> {
    let order = Order {
        sub: sub.to_owned(),
        email: None,
        labels: plan.iter().map(|plan| ("plan".to_owned(), (*plan).to_owned())).collect(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        ttl_seconds: 8 * 3600,
    };
    Ok(gateway::mint(config)?.token(&order, Clock::System.now())?)
}

/// The tour of this gateway.
pub(super) fn tour(
    config: &Config,
    dir: &Path,
    gateway: &Gateway,
    key: &str,
) -> anyhow::Result<String> {
    let program = std::env::current_exe()?;
    let people = [
        ("ADA", "u-0001", "free"),
        ("NOOR", "u-0002", "free"),
        ("PRO", "u-0003", "pro"),
        ("TEAM", "u-0004", "team"),
        ("ENTERPRISE", "u-0005", "enterprise"),
    ];
    let mut tokens = String::new();
    for (name, sub, plan) in people {
        tokens.push_str(&format!(
            "{name}='{}'   # {sub}, on the plan {plan}\n",
            token(config, sub, Some(plan), &[])?
        ));
    }
    tokens.push_str(&format!("DPO='{}'\n", token(config, "dana", None, &["dpo"])?));
    tokens.push_str(&format!("AUDITOR='{}'\n", token(config, "axel", None, &["auditor"])?));
    Ok(TOUR
        .replace("@TOKENS@", tokens.trim_end())
        .replace("@BASE@", &format!("http://{}", gateway.address))
        .replace("@KEY@", key)
        .replace(
            "@HABEAS@",
            &format!("'{}' --config '{}'", program.display(), dir.join("habeas.toml").display()),
        )
        .replace("@DIR@", &dir.display().to_string()))
}

const TOUR: &str = r#"# Habeas is running. Paste what follows into another shell, line by line or all at once.
# --- who is who
BASE='@BASE@'
PIPELINE='@KEY@'
@TOKENS@
habeas() { @HABEAS@ "$@"; }
cd '@DIR@'
ask() { curl -sS -X POST "$BASE/v1/requests" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$2"; }
reference() { sed -n 's/.*"reference":"\([^"]*\)".*/\1/p'; }
answered() { until curl -sS "$BASE/v1/requests/$2" -H "Authorization: Bearer $1" | grep -q '"state":"decided"'; do sleep 0.2; done; }

echo '--- 1. somebody on the free plan objects to AI training; the pipeline is told at once'
curl -sS -X PUT "$BASE/v1/objections/ai_training" -H "Authorization: Bearer $ADA"; echo
curl -sS "$BASE/v1/check/ai_training?subject=u-0001" -H "Authorization: Bearer $PIPELINE"; echo
curl -sS "$BASE/v1/check/ai_training" -H "Authorization: Bearer $PIPELINE" -H 'Content-Type: application/json' -d '{"subjects":["u-0001","u-0002","u-0003"]}'; echo
echo 'the same without signing in, for u-0002: open this in a browser'
curl -sS "$BASE/v1/objections/choices" -H "Authorization: Bearer $PIPELINE" -H 'Content-Type: application/json' -d '{"subject":"u-0002"}' | sed -n 's/.*"link":"\([^"]*\)".*"purpose":"ai_training".*/\1/p'; echo
printf '%s\n' '{"user":"u-0001","text":"mine"}' '{"user":"u-0003","text":"theirs"}' | habeas objections filter --purpose ai_training --key user

echo '--- 2. access: a package with exactly their rows'
ACCESS=$(ask "$ADA" '{"right":"access"}' | reference); echo "$ACCESS"
answered "$ADA" "$ACCESS"
curl -sS -o package.zip "$BASE/v1/requests/$ACCESS/package" -H "Authorization: Bearer $ADA"
python3 -m zipfile -l package.zip 2>/dev/null || unzip -l package.zip

echo '--- 3. erasure: the rows are gone, the invoices stay, with their ground'
ERASURE=$(ask "$ADA" '{"right":"erasure"}' | reference); echo "$ERASURE"
answered "$ADA" "$ERASURE"
curl -sS "$BASE/v1/requests/$ERASURE" -H "Authorization: Bearer $ADA"; echo

echo '--- 4. the same request again and again: the answer stays the same, and a human is asked to look'
for n in 1 2 3 4 5; do
  AGAIN=$(ask "$NOOR" '{"right":"access","scope":{"categories":["account"]}}' | tee again.json | reference)
  cat again.json; echo
  answered "$NOOR" "$AGAIN"
done
curl -sS "$BASE/v1/review/flags?state=open" -H "Authorization: Bearer $DPO"; echo

echo '--- 5. the proof'
until curl -sS -o receipt.tlog-proof -w '%{http_code}' "$BASE/v1/requests/$ACCESS/receipt" -H "Authorization: Bearer $ADA" | grep -q 200; do sleep 0.3; done
habeas audit check-receipt receipt.tlog-proof --key "$(habeas audit key)"
habeas audit verify
habeas audit replay
echo '--- that was the tour; all plans get the same: try $PRO, $TEAM and $ENTERPRISE'
"#;
