package io.cosmopilot.bot.chaos;

/** What each of them says: from a space to an open domain. */
final class Journey {

    private final World world;
    private final int number;

    Journey(World world, int number) {
        this.world = world;
        this.number = number;
    }

    /** How often it had to be said again. */
    int go() throws Exception {
        String name = World.name(number);
        try (Customer customer = new Customer(name, () -> world.token(name), world::anyReplica)) {
            customer.say("apply for a space", "your image space be called");
            customer.say("s-" + name, "What is the space for");
            customer.say("the shop of the spring campaign", "How big");
            customer.say("no, wait", "How big");
            customer.say("back", "What is the space for");
            customer.say("the shop of the summer campaign", "How big");
            customer.say("20Gi", "Shall I send it");
            customer.say("yes", "docker push");
            customer.say("deploy nginx name=a-" + name, "Settings of");
            customer.press("defaults", "Shall I deploy it");
            customer.say("yes", "is healthy");
            customer.say("domain add a-" + name + " a-" + name + ".apps.localhost", "Which path");
            customer.press("/", "Shall I add");
            customer.say("yes", "http://a-" + name + ".apps.localhost");
            customer.say("thanks", "With pleasure");
            return customer.repetitions();
        }
    }
}
