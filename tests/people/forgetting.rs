//! `/forget`: asked once, done for whoever presses, and what stays.

use insta::assert_snapshot;
use kalologos::app::Interaction;
use kalologos::model::Language;
use kalologos::ui::CommandId;

use crate::people::common::*;

#[tokio::test]
async fn it_asks_once_then_no_row_names_the_person() {
    let home = Home::new().await;
    home.set("level", "Από πού και πάνω;", &["warning"]).await;
    home.suggest(&lead(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    let asked = home.command(&lead(), CommandId::Forget).await;
    let mut texts = vec![shown(&asked)];
    let asked = panel(asked);
    let done = home.press(&lead(), &asked, "Ναι, ξέχασέ με", &[]).await;
    texts.push(shown(&done));
    texts.push(shown(&home.press(&lead(), &asked, "Ναι, ξέχασέ με", &[]).await));
    let wish = Interaction::Command(CommandId::Forget, Default::default());
    let english = home.wish(&agent(), Language::En, wish).await;
    texts.push(shown(&english));
    let english = panel(english);
    let press = ("Yes, forget me", &[][..]);
    texts.push(shown(&home.press_in(&agent(), &english, press, Language::En).await));
    assert_snapshot!(texts.join("\n\n————\n\n"));
    // The proposal and the setting are still there.
    let open = home.lead().await.open_proposals(0, 10).await.unwrap();
    assert_eq!(open.iter().map(|it| it.times).collect::<Vec<_>>(), [2]);
    let (settings, _) = home.lead().await.settings().await.unwrap();
    assert_eq!(settings.level.as_deref(), Some("warning"));
    let history = home.teams().store().history(SERVER, 0, 10).await.unwrap();
    assert!(!history.is_empty() && history.iter().all(|entry| entry.by.is_none()));
    let authors = home.teams().store().authors(SERVER, open[0].id).await.unwrap();
    assert_eq!(authors, []);
}
