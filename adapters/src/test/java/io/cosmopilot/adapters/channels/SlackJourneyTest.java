package io.cosmopilot.adapters.channels;

import io.cosmopilot.adapters.world.HandClock;

class SlackJourneyTest extends JourneyContract {

    @Override
    Side side(HandClock shared) {
        return new SlackSide();
    }
}
