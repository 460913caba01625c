//! Help and slips of the command line in Chinese. Understands nothing; clap does, and speaks English by itself.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// What stands in the help, by the name of the command (empty: the program) and of the argument (empty: itself).
const TEXTS: [(&str, &str, &str); 25] = [
    ("", "", "先心（Heartfirst）：练习处理投诉，先心情，后事情。不写命令就打开窗口"),
    ("", "data_dir", "把记录和设置放在这个文件夹"),
    ("", "lang", "用这种语言：zh 或 en"),
    ("check", "", "检查情景：文件，或装着情景的文件夹"),
    ("check", "paths", "情景文件，或装着情景的文件夹"),
    ("check", "format", "给人看的 text，或给机器看的 json"),
    ("play", "", "在终端里练一个情景，或照剧本走一遍"),
    ("play", "scene", "情景：名字（id）或路径"),
    ("play", "script", "照这个文件里的动作走，一行一个（- 表示标准输入）"),
    ("play", "golden", "走一遍情景自带的样板"),
    ("play", "seed", "种子：决定说法和选项的次序"),
    ("play", "coached", "边练边看原因"),
    ("play", "alone", "只用词说心情，不说原因"),
    ("play", "exam", "没有提示，结果封存"),
    ("play", "format", "给人看的 text，或给机器看的 json"),
    ("read", "", "读打字的回应：标准输入一行一个 JSON"),
    ("read", "format", "给人看的 text，或一行一个 JSON 的 jsonl"),
    ("verify", "", "把记录重放一遍，看分数对不对得上"),
    ("verify", "record", "记录文件，或记录的名字（id）"),
    ("verify", "scene", "用这个情景文件重放"),
    ("verify", "format", "给人看的 text，或给机器看的 json"),
    ("attempts", "", "列出练过的"),
    ("attempts", "format", "给人看的 text，或给机器看的 json"),
    ("", "help", "显示这份说明"),
    ("", "version", "显示版本"),
];

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

fn text(command: &str, argument: &str) -> Option<&'static str> {
    let of = |name: &str| TEXTS.iter().find(|(c, a, _)| *c == name && *a == argument).map(|(.., text)| *text);
    of(command).or_else(|| of("").filter(|_| !argument.is_empty()))
}

/// The same command line, with its help in Chinese.
pub(super) fn in_chinese(command: Command) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    localised(command, "")
        .disable_version_flag(true)
        .arg(version.help(text("", "version").unwrap_or_default()).help_heading("选项"))
}

fn localised(command: Command, name: &str) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help.help(text("", "help").unwrap_or_default()).help_heading("选项"))
        .mut_args(|argument| {
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            let id = argument.get_id().as_str().to_owned();
            let argument = argument.help_heading(heading);
            let argument = if argument.get_action().takes_values() {
                argument.hide_possible_values(true).hide_default_value(true)
            } else {
                argument
            };
            match text(name, &id) {
                Some(text) => argument.help(text),
                None => argument,
            }
        })
        .mut_subcommands(|inner| {
            let inner_name = inner.get_name().to_owned();
            localised(inner, &inner_name)
        });
    match text(name, "").filter(|_| !name.is_empty()).or_else(|| text("", "").filter(|_| name.is_empty())) {
        Some(about) => command.about(about),
        None => command,
    }
}

/// A slip in Chinese.
pub(super) fn slip(error: &clap::Error) -> String {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join("、"),
        Some(ContextValue::StyledStr(one)) => one.to_string(),
        Some(ContextValue::StyledStrs(many)) => many.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let argument = of(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识“{argument}”。"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令。", of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("还要写：{argument}"),
        ErrorKind::ArgumentConflict => format!("“{argument}”不能和“{}”一起写。", of(ContextKind::PriorArg)),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}”后面少了东西。")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue);
            if value.is_empty() {
                format!("“{argument}”后面少了东西。")
            } else {
                format!("“{argument}”不能写成“{value}”。")
            }
        }
        _ => "这一行命令看不懂。".to_owned(),
    };
    let allowed = of(ContextKind::ValidValue);
    let allowed = if allowed.is_empty() { String::new() } else { format!("可以写：{allowed}\n") };
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(of)
        .find(|meant| !meant.is_empty())
        .map(|meant| format!("是不是想写：{meant}\n"));
    format!("错误：{what}\n{allowed}{}要看说明：heartfirst --help", meant.unwrap_or_default())
}
