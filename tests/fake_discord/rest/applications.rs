//! What an application does with people outside servers.

use super::{Answer, id_in};
use crate::body::Received;
use crate::refusal::{CANNOT_WRITE_TO_USER, Refusal, UNKNOWN_USER};
use crate::world::World;

pub fn open_direct(world: &mut World, received: &Received) -> Result<Answer, Refusal> {
    let user = id_in(&received.json["recipient_id"]).ok_or(UNKNOWN_USER)?;
    match world.users.get(&user) {
        None => return Err(UNKNOWN_USER),
        Some(user) if user.bot => return Err(CANNOT_WRITE_TO_USER),
        Some(_) => (),
    }
    let channel = world.direct_channel(user);
    Answer::ok(world.channel_json(&world.channels[&channel]))
}
