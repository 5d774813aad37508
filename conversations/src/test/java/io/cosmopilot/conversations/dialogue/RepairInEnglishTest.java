package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do when it does not go straight ahead, as {@link RepairTest} has it in Chinese. */
class RepairInEnglishTest {

    private final Transcript chat = new Transcript(Locale.ENGLISH);

    @BeforeEach
    void arrive() {
        chat.register("wei").platform().grant("wei", "kstore");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void correctsOneAnswerAndWhatDependsOnIt() {
        chat.platform().runs("blog");
        chat.platform().runs("wiki");
        chat.play("""
                wei: add a domain
                bot: For which application
                wei! blog
                bot: Which domain shall lead to
                wei: blog.apps.localhost
                bot: Which path
                wei! /
                bot: blog.apps.localhost
                wei: change it to wiki
                bot: wiki
                bot: blog.apps.localhost
                bot! yes no
                wei: change the domain to taken.apps.localhost
                bot: With pleasure
                wei: shop.apps.localhost
                bot: shop.apps.localhost
                wei: go ahead
                did: claim wiki [shop.apps.localhost] [/] 80
                """);
    }

    @Test
    void aYesAfterANoIsNoConsentToWhatWasRefused() {
        chat.play("""
                wei: deploy nginx name=blog replicas=2
                bot: Checking
                did: plan blog
                platform: planned
                bot: Shall I deploy it?
                wei: no
                bot: What would you like to change?
                wei: ok
                bot: Shall I deploy it?
                bot! yes no
                wei: no
                bot: What would you like to change?
                wei: yes
                bot: Shall I deploy it?
                wei: ok
                did: apply blog
                """);
    }

    @Test
    void skipsWithTheDefaultOrSaysWhyItIsNeeded() {
        chat.play("""
                wei: deploy
                bot: What would you like to run
                wei: skip
                bot: there is no default for it
                bot: A template is an application
                bot: What would you like to run
                wei: nginx
                bot: be called
                wei: skip
                bot: Settings of
                """);
    }

    @Test
    void saysAgainWhatWasSaidSinceThePersonLastSpoke() {
        chat.play("""
                wei: say again
                bot: Hello
                wei: deploy nginx
                bot: be called
                wei: pardon?
                bot: be called
                wei! use:nginx
                wei! defaults
                did: plan nginx
                platform: planned
                bot: Shall I deploy it
                wei: come again
                bot: Shall I deploy it
                wei! yes
                did: apply nginx
                platform: progressed
                wei: repeat that
                bot: Deploying
                platform: healthy
                bot: is healthy
                """);
    }

    @Test
    void beginsAnew() {
        chat.play("""
                wei: deploy nginx
                wei: start over
                bot: Hello
                wei: continue
                bot: There is nothing open
                """);
    }

    @Test
    void letsThePersonChooseAmongSeveralInterruptedFlows() {
        chat.platform().runs("shop");
        chat.play("""
                wei: deploy
                bot: What would you like to run
                wei: add a domain to shop
                bot: Which domain shall lead to
                wei: /status shop
                bot: is healthy
                bot: Which one shall we go on with
                bot! resume:2 resume:1 later
                wei! resume:1
                bot: What would you like to run
                wei: cancel
                bot: I dropped
                bot: Shall we go on with it
                wei: yes
                bot: Which domain shall lead to
                wei: cancel
                bot: I dropped
                """);
    }

    @Test
    void remindsOnceAndParksAfterADay() {
        chat.play("""
                wei: deploy nginx
                bot: be called
                pass: PT31M
                bot: Are you still there
                bot: be called
                """);
        String reminded = chat.told("wei");
        chat.play("pass: PT5H");
        assertThat(chat.told("wei")).isEqualTo(reminded);
        chat.play("""
                pass: PT24H
                bot: I’ve put “deploying an application” aside
                wei: hello
                bot: Shall we go on with it
                wei: continue
                bot: be called
                pass: PT31M
                bot: Are you still there
                """);
    }

    @Test
    void answersWithTheProgressWhileItIsBusy() {
        chat.play("""
                wei: deploy nginx name=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                platform: progressed
                wei: hmmm lalala
                bot: I’m still at it: deploying an application
                bot: Deploying shop
                bot! cancel
                """);
    }

    @Test
    void doesNotStopWhatCannotBeStopped() {
        chat.platform().runs("blog");
        chat.play("""
                wei: add the domain blog.apps.localhost to blog
                wei! /
                wei! yes
                did: claim blog [blog.apps.localhost] [/] 80
                wei: cancel
                bot: can’t be stopped any more
                platform: serving
                bot: http://blog.apps.localhost
                wei: undo
                bot: I can’t take that back myself
                """);
    }

    @Test
    void newsDoesNotPushAsideTheQuestionThatIsBeingAnswered() {
        chat.platform().runs("blog");
        chat.play("""
                wei: deploy nginx name=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                wei: add a domain to blog
                bot: Which domain shall lead to
                platform: failed
                bot: That didn’t work
                bot: Which domain shall lead to
                wei: blog.apps.localhost
                bot: Which path
                wei! retry
                did: plan shop
                """);
    }

    @Test
    void undoesTheLatestAnswer() {
        chat.play("""
                wei: deploy nginx
                bot: be called
                wei: undo that
                bot: What would you like to run
                """);
    }

    @Test
    void namesWhatExistsBeforeItIsCancelled() {
        chat.play("""
                wei: deploy nginx name=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                wei: cancel
                bot: the application “shop”, as far as it has come
                bot! wait abandon
                wei! wait
                bot: I’ll see it through
                platform: failed
                bot: That didn’t work
                wei: cancel
                bot! resume abandon
                wei! resume
                bot: That didn’t work
                wei: cancel
                wei! abandon
                bot: I stopped
                wei: continue
                bot: There is nothing open
                """);
    }

    @Test
    void goesOnOnAnotherChannel() {
        chat.play("""
                wei: deploy nginx
                bot: be called
                wei@slack: continue here
                bot: goes on in this place
                bot: be called
                wei@slack: shop
                bot: Settings of
                wei: continue
                """);
        assertThat(chat.told("wei")).contains("You took this along to Slack");
        assertThat(chat.told("wei@slack")).contains("You took this along to the web chat");
    }

    @Test
    void apologisesWithAnIdAndTriesAgain() {
        chat.play("wei: deploy\nbot: What would you like to run");
        chat.platform().broken(true);
        chat.play("""
                wei: nginx
                bot: The id for our operators is
                bot! again human
                wei! again
                bot: The id for our operators is
                """);
        chat.platform().broken(false);
        chat.play("""
                wei: try again
                bot: be called
                """);
    }

    @Test
    void onlyWhatIsUnmistakableInterruptsAFreeText() {
        chat.platform().runs("shop");
        chat.play("""
                wei: apply for a space
                wei: ktwo
                bot: What is the space for
                wei: help desk portal
                bot: How big
                wei: back
                bot: What is the space for
                wei: /status shop
                bot: is healthy
                bot: Shall we go on with it
                wei: sure
                bot: What is the space for
                """);
    }

    @Test
    void asksAgainOnlyWhenAnEarlierButtonNoLongerFits() {
        chat.play("""
                wei: deploy
                bot: What would you like to run
                wei! nonsense
                bot: That button isn’t there
                bot: What would you like to run
                wei! template:nginx
                bot: be called
                """);
    }

    @Test
    void asksOnThreeRungsBeforeItCallsAPerson() {
        chat.play("""
                wei: asdf qwer zxcv
                bot: I didn’t understand that yet
                wei: 🤷🤷🤷
                bot! human
                wei: lkjhgf
                bot: shall I call one
                bot! human
                """);
    }
}
