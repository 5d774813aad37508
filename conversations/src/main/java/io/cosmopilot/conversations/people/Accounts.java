package io.cosmopilot.conversations.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** The accounts that are built in. */
@Component
class Accounts implements People {

    private static final String SELECT =
            "SELECT username, display_name, email, roles, language, password FROM conversations.person ";

    private final JdbcClient jdbc;
    private final Brake brake;
    private final Vouched vouched;
    private final Clock clock;
    private final PasswordEncoder passwords;

    /** Compared with when there is no such person, so that the answer takes as long; slow to make, as it must be. */
    private final CompletableFuture<String> nobodys;

    Accounts(JdbcClient jdbc, Brake brake, Vouched vouched, PasswordSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.brake = brake;
        this.vouched = vouched;
        this.clock = clock;
        this.passwords = settings.encoder();
        this.nobodys = CompletableFuture.supplyAsync(() -> encoded("nobody’s"));
    }

    @Override
    public Optional<Person> find(String username) {
        return account(username).map(Account::person);
    }

    @Override
    public List<Person> with(Person.Role role) {
        return jdbc.sql(SELECT + "WHERE :role = ANY (roles) ORDER BY username")
                .param("role", role.name())
                .query((row, number) -> read(row).person())
                .list();
    }

    @Override
    public Person register(Registration registration, Set<Person.Role> roles) {
        RegistrationRules.check(registration)
                .unless(!exists("username = :value", registration.username()), "username", "username.taken")
                .unless(!exists("lower(email) = lower(:value)", registration.email()), "email", "email.taken")
                .raise();
        Person person = new Person(
                registration.username(), registration.displayName().strip(), registration.email(), roles, null);
        try {
            insert(person, encoded(registration.password()));
        } catch (DuplicateKeyException e) {
            // Somebody was faster by a moment: the same answer as if by a minute.
            throw String.valueOf(e.getMessage()).contains("person_email")
                    ? Faults.of("email", "email.taken")
                    : Faults.of("username", "username.taken");
        }
        return person;
    }

    @Override
    public Optional<Person> authenticate(String username, String password, String address) {
        Optional<Username> typed = Username.typed(username);
        Subject name = Subject.name(typed.map(Username::toString).orElse("?"));
        Subject from = Subject.address(address);
        Brake.Attempt attempt = brake.attempt(name, from);
        Optional<Account> account = typed.flatMap(known -> account(known.toString()));
        String stored = account.filter(Account::here).map(Account::password).orElseGet(nobodys::join);
        if (!passwords.matches(password, stored) || stored.equals(nobodys.join())) {
            return Optional.empty();
        }
        brake.succeeded(attempt);
        if (passwords.upgradeEncoding(stored)) {
            account.ifPresent(known -> keep(known.person().username(), password));
        }
        return account.map(Account::person);
    }

    @Override
    public Person welcome(External external) {
        return find(vouched.welcome(external)).orElseThrow();
    }

    @Override
    public void changePassword(String username, String current, String next) {
        Account account =
                account(username).orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
        if (!account.here()) {
            throw Faults.of("current", "password.elsewhere");
        }
        boolean right = passwords.matches(current, account.password());
        Faults faults = new Faults()
                .unless(right, "current", "password.wrong")
                .unless(!right || !current.equals(next), "next", "password.same");
        PasswordRules.check("next", next, faults);
        faults.raise();
        keep(username, next);
    }

    @Override
    public void choose(String username, String language) {
        jdbc.sql("UPDATE conversations.person SET language = :language WHERE username = :username")
                .param("language", language)
                .param("username", username)
                .update();
    }

    private void insert(Person person, String password) {
        jdbc.sql("""
                        INSERT INTO conversations.person
                            (username, display_name, email, password, roles, registered_at)
                        VALUES (:username, :name, :email, :password, :roles, :now)""")
                .param("username", person.username())
                .param("name", person.displayName())
                .param("email", person.email())
                .param("password", password)
                .param("roles", person.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void keep(String username, String password) {
        jdbc.sql("UPDATE conversations.person SET password = :password WHERE username = :username")
                .param("password", encoded(password))
                .param("username", username)
                .update();
    }

    private boolean exists(String condition, String value) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM conversations.person WHERE " + condition + ")")
                // PostgreSQL takes no NUL in a text; the rules name what is wrong with such a value.
                .param("value", value.replace("\0", ""))
                .query(Boolean.class)
                .single();
    }

    private Optional<Account> account(String username) {
        return jdbc.sql(SELECT + "WHERE username = :username")
                .param("username", username)
                .query((row, number) -> read(row))
                .optional();
    }

    private String encoded(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static Account read(ResultSet row) throws SQLException {
        Person person = new Person(
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                roles(row),
                row.getString("language"));
        return new Account(person, row.getString("password"));
    }

    private static Set<Person.Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Person.Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A person and the password, encoded. */
    private record Account(Person person, String password) {

        /** Whether the password is kept here, and not by another issuer. */
        boolean here() {
            return !password.isEmpty();
        }
    }
}
