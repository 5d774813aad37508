package io.cosmopilot.adapters.webchat;

import jakarta.servlet.ServletContext;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * What Tomcat keeps for each socket, made as small as a chat's frames are: there are thousands of sockets, and most of
 * them are idle. A frame that is larger goes in parts. The parameters are Tomcat's
 * (https://tomcat.apache.org/tomcat-11.0-doc/web-socket-howto.html).
 */
@Component
class SmallBuffers implements ServletContextInitializer {

    private static final String PREFIX = "org.apache.tomcat.websocket.";

    @Override
    public void onStartup(ServletContext context) {
        context.setInitParameter(PREFIX + "textBufferSize", "1024");
        // Nothing binary is spoken here.
        context.setInitParameter(PREFIX + "binaryBufferSize", "128");
        // Of what is read, what is written, and what is encoded; only a property of the whole machine.
        String buffers = PREFIX + "DEFAULT_BUFFER_SIZE";
        if (System.getProperty(buffers) == null) {
            System.setProperty(buffers, "4096");
        }
    }
}
