//! The help of every command, as it was agreed: what stands there is scripted against.

use std::process::Command;

/// The help of a command, whatever the environment says.
fn help(command: &[String]) -> String {
    let mut order = Command::new(env!("CARGO_BIN_EXE_habeas"));
    let output = order.env_clear().args(command).arg("--help").output().unwrap();
    assert!(output.status.success(), "{command:?}");
    assert!(output.stderr.is_empty(), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands below this one, by its help.
fn below(help: &str) -> Vec<String> {
    let list = help.split_once("Commands:\n").map_or("", |(_, list)| list);
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// The help of a command and of all below it.
fn whole(command: &[String]) -> String {
    let own = help(command);
    let mut text = format!("$ habeas {} --help\n{own}\n", command.join(" "));
    for name in below(&own) {
        text.push_str(&whole(&[command, &[name]].concat()));
    }
    text
}

#[test]
fn the_help_of_every_command_reads_as_it_was_agreed() {
    let first = help(&[]);
    let commands = below(&first);
    assert!(commands.len() > 10, "{commands:?}");
    insta::assert_snapshot!("help", first);
    for command in commands {
        insta::assert_snapshot!(format!("help_{command}"), whole(&[command]));
    }
}
