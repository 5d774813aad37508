package io.cosmopilot.deploy;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives a test every {@link Tenant} it has a parameter for, and removes their spaces afterwards. */
class OpensTenants implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Tenant.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var tenants = SpringExtension.getApplicationContext(test).getBean(Tenants.class);
        var tenant = tenants.open();
        AutoCloseable leaving = tenant::leave;
        test.getStore(ExtensionContext.Namespace.create(OpensTenants.class)).put(tenant.space(), leaving);
        return tenant;
    }
}
