package io.cosmopilot.adapters.channels;

import io.cosmopilot.adapters.world.HandClock;

class DiscordJourneyTest extends JourneyContract {

    @Override
    Side side(HandClock shared) {
        return new DiscordSide(shared);
    }
}
