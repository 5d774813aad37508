package io.cosmopilot.conversations.people;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.People.Invalid;
import io.cosmopilot.conversations.People.Registration;
import io.cosmopilot.conversations.People.SlowDown;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccountsTest {

    private static final String PASSWORD = "Correct-Horse-1";
    private static final String HERE = "192.0.2.1";

    private static final HikariDataSource DATABASE = Database.fresh();

    private final HandClock clock = new HandClock();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final People people = accounts();

    @AfterAll
    static void letGo() {
        DATABASE.close();
    }

    @BeforeEach
    void nobody() {
        jdbc.sql("TRUNCATE conversations.person, conversations.sign_in_failure CASCADE")
                .update();
    }

    @Test
    void whoRegistersCanSignIn() {
        Person wei = people.register(wei(), Set.of(Role.DEVELOPER));

        assertThat(people.authenticate("wei", PASSWORD, HERE)).contains(wei);
        assertThat(people.authenticate(" Wei ", PASSWORD, HERE)).contains(wei);
        assertThat(people.authenticate("wei", "Another-Horse-1", HERE)).isEmpty();
        assertThat(people.authenticate("nobody", PASSWORD, HERE)).isEmpty();
        assertThat(people.authenticate("", "", HERE)).isEmpty();
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        Invalid invalid = refusal(new Registration("Wei!", " ", "somewhere", "short"));

        assertThat(rules(invalid))
                .containsExactly(
                        "username: username.form",
                        "displayName: name.form",
                        "email: email.form",
                        "password: password.short",
                        "password: password.upper",
                        "password: password.digit",
                        "password: password.special");
    }

    @Test
    void aTakenNameAndAddressAreTwoFaults() {
        people.register(wei(), Set.of(Role.DEVELOPER));

        assertThat(rules(refusal(new Registration("wei", "Another Wei", "WEI@example.com", PASSWORD))))
                .containsExactly("username: username.taken", "email: email.taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "bot", "admin", "cosmopilot"})
    void thePlatformsOwnNamesAreNotGivenAway(String name) {
        assertThat(rules(refusal(new Registration(name, "Me", "me@example.com", PASSWORD))))
                .containsExactly("username: username.reserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-abc", "abc-", "a_b", "é-wei", "abcdefghijklmnopqrstuvwxyz0123456", "a\0b", "李伟伟"})
    void aUsernameIsNoMoreThanLettersDigitsAndDashes(String name) {
        assertThat(Username.parse(name)).isEmpty();
    }

    @Test
    void textThatNoDatabaseTakesIsABrokenRule() {
        assertThat(rules(refusal(new Registration("w\0i", "W\0i", "w\0i@example.com", PASSWORD))))
                .containsExactly("username: username.form", "displayName: name.form", "email: email.form");
    }

    @Test
    void bothLanguagesHaveWordsForEveryRule() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/conversations");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);

        assertThat(refusal(new Registration("", "", "", "密码".repeat(40))).faults())
                .allSatisfy(fault -> assertThat(messages.getMessage(fault.message(), Locale.CHINESE))
                        .isNotEqualTo(messages.getMessage(fault.message(), Locale.ENGLISH))
                        .doesNotContain("{"));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() {
        people.register(wei(), Set.of(Role.DEVELOPER));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> people.changePassword("wei", "Wrong-Horse-1", "weak"))
                .satisfies(invalid -> assertThat(rules(invalid))
                        .contains("current: password.wrong", "next: password.short", "next: password.upper"));
        people.changePassword("wei", PASSWORD, "Better-Horse-2");

        assertThat(people.authenticate("wei", "Better-Horse-2", HERE)).isPresent();
        assertThat(people.authenticate("wei", PASSWORD, HERE)).isEmpty();
    }

    @Test
    void guessingOneNameIsSlowedDownAndThenForgiven() {
        people.register(wei(), Set.of(Role.DEVELOPER));
        for (int failure = 0; failure < 5; failure++) {
            people.authenticate("wei", "Wrong-Horse-1", "192.0.2." + failure);
        }

        SlowDown slowDown = catchThrowableOfType(SlowDown.class, () -> people.authenticate("wei", PASSWORD, HERE));
        assertThat(slowDown.retryAfter()).isEqualTo(Duration.ofSeconds(1));

        clock.forward(Duration.ofSeconds(1));
        assertThat(people.authenticate("wei", PASSWORD, HERE)).isPresent();
        assertThat(people.authenticate("wei", PASSWORD, HERE)).isPresent();
    }

    @Test
    void guessingFromOneAddressIsSlowedDownWhateverTheNames() {
        for (int failure = 0; failure < 30; failure++) {
            people.authenticate("name-" + failure, PASSWORD, HERE);
        }

        assertThatExceptionOfType(SlowDown.class).isThrownBy(() -> people.authenticate("wei", PASSWORD, HERE));
        assertThat(people.authenticate("wei", PASSWORD, "192.0.2.2")).isEmpty();
    }

    @Test
    void theLanguageAndTheRolesAreRemembered() {
        people.register(wei(), Set.of(Role.DEVELOPER, Role.AGENT));
        people.choose("wei", "zh");

        Person wei = people.find("wei").orElseThrow();
        assertThat(wei.language()).isEqualTo("zh");
        assertThat(people.with(Role.AGENT)).containsExactly(wei);
        assertThat(people.find("li")).isEmpty();
    }

    @Test
    void aPasswordThatIsKeptAtLessThanIsAskedForIsKeptAtThatFromItsNextSignInOn() {
        accounts(4).register(wei(), Set.of(Role.DEVELOPER));
        People people = accounts(5);
        assertThat(people.authenticate("wei", PASSWORD + "?", HERE)).isEmpty();
        assertThat(kept("wei")).startsWith("{bcrypt}$2a$04$");

        assertThat(people.authenticate("wei", PASSWORD, HERE)).isPresent();

        assertThat(kept("wei")).startsWith("{bcrypt}$2a$05$");
        assertThat(people.authenticate("wei", PASSWORD, HERE)).isPresent();
    }

    private String kept(String username) {
        return jdbc.sql("SELECT password FROM conversations.person WHERE username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private Invalid refusal(Registration registration) {
        return catchThrowableOfType(Invalid.class, () -> people.register(registration, Set.of(Role.DEVELOPER)));
    }

    private static List<String> rules(Invalid invalid) {
        return invalid.faults().stream()
                .map(fault -> fault.field() + ": "
                        + String.join("", fault.message().getCodes()).replace("conversations.people.", ""))
                .toList();
    }

    private static Registration wei() {
        return new Registration("wei", "Li Wei", "wei@example.com", PASSWORD);
    }

    private People accounts() {
        return accounts(4);
    }

    private People accounts(int strength) {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
        return new Accounts(
                jdbc,
                new Brake(jdbc, transactions, clock),
                new Vouched(jdbc, clock),
                new PasswordSettings(strength),
                clock);
    }
}
