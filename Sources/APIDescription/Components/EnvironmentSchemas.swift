extension OpenAPIDocument {
    static let environmentSchemas = #"""
        "Environment": {
          "type": "object",
          "required": ["id", "name", "isDefault"],
          "properties": {
            "id": {"type": "string", "examples": ["env_9dk2m4x7qz5rwt3v"]},
            "name": {"type": "string"},
            "isDefault": {"type": "boolean", "description": "True of one environment at most."},
            "repoUrl": {"type": "string", "format": "uri", "description": "The repository that it is made for."},
            "baseBranch": {"type": "string", "description": "With `repoUrl`."},
            "setupScript": {"type": "string", "description": "For owners."},
            "variables": {"type": "object", "additionalProperties": {"type": "string"}, "description": "For owners."},
            "secretNames": {"type": "array", "items": {"type": "string"}, "description": "For owners."},
            "network": {"enum": ["none", "trusted", "custom", "all"], "description": "For owners."},
            "allowedHosts": {"type": "array", "items": {"type": "string"}, "description": "For owners."},
            "mcpServers": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/MCPServer"}, "description": "For owners."},
            "repositoryMcp": {"enum": ["ignore", "allow"], "description": "For owners."},
            "createdAt": {"$ref": "#/components/schemas/Time", "description": "For owners."},
            "updatedAt": {"$ref": "#/components/schemas/Time", "description": "For owners."}
          }
        },
        "EnvironmentReference": {
          "type": "object",
          "description": "The environment that a session has, if it has one.",
          "required": ["id", "name"],
          "properties": {"id": {"type": "string"}, "name": {"type": "string"}}
        },
        "EnvironmentAnswer": {"type": "object", "required": ["environment"], "properties": {"environment": {"$ref": "#/components/schemas/Environment"}}},
        "EnvironmentList": {"type": "object", "required": ["environments"], "properties": {"environments": {"type": "array", "items": {"$ref": "#/components/schemas/Environment"}}}},
        "EnvironmentEdit": {
          "type": "object",
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100, "description": "One line, that no other environment of the organization has."},
            "isDefault": {"type": "boolean", "default": false},
            "repoUrl": {"type": "string", "description": "As in `NewSession`; sessions that work on it and name no environment get this one.", "examples": ["https://github.com/acme/web-app"]},
            "baseBranch": {"type": "string", "default": "main", "description": "Goes with `repoUrl` only."},
            "setupScript": {"type": "string", "maxLength": 100000, "description": "Run in the repository after the clone, before the agent starts."},
            "variables": {
              "type": "object",
              "maxProperties": 100,
              "propertyNames": {"pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$"},
              "additionalProperties": {"type": "string", "maxLength": 32768},
              "description": "Up to 32 KiB each, with the secrets up to 1 MiB. Names that change how the sandbox itself works are refused, such as `HOME`, `LD_PRELOAD` and `GIT_DIR`."
            },
            "network": {"enum": ["none", "trusted", "custom", "all"], "default": "trusted", "description": "What agents reach: only their model; sources of packages, hosts of repositories and `allowedHosts`; `allowedHosts` only; every public host."},
            "allowedHosts": {"type": "array", "maxItems": 200, "items": {"type": "string", "examples": ["example.com", "*.example.com", "example.com:8443"]}, "description": "A name, `*.` and a name for all below it, or a public address; with a port, or 443 and 80."},
            "mcpServers": {
              "type": "object",
              "maxProperties": 50,
              "propertyNames": {"pattern": "^[A-Za-z0-9_-]{1,64}$"},
              "additionalProperties": {"$ref": "#/components/schemas/MCPServer"},
              "description": "The MCP servers that agents start with, up to 64 KiB. `${secret:NAME}` in a text stands for a secret, which the environment must have already; `${NAME}` for a variable."
            },
            "repositoryMcp": {"enum": ["ignore", "allow"], "default": "ignore", "description": "Whether agents start the servers of the repository's `.mcp.json`: programs that nobody is asked about."}
          }
        },
        "MCPServer": {
          "type": "object",
          "description": "A program that is started, or an address that is asked.",
          "properties": {
            "type": {"enum": ["stdio", "http"], "default": "stdio"},
            "command": {"type": "string", "description": "Of `stdio`."},
            "args": {"type": "array", "items": {"type": "string"}, "description": "Of `stdio`."},
            "env": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Of `stdio`."},
            "url": {"type": "string", "pattern": "^https?://", "description": "Of `http`."},
            "headers": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Of `http`."}
          }
        },
        "OrganizationNetworkEdit": {
          "type": "object",
          "properties": {
            "ceiling": {"enum": ["none", "trusted", "custom", "all"], "description": "The most that environments may have. At `trusted` listed hosts don't count."},
            "allowedHosts": {"type": "array", "maxItems": 200, "items": {"type": "string", "examples": ["example.com", "*.example.com", "example.com:8443"]}, "description": "Reached by the agents of all sessions, as if each environment listed them."}
          }
        },
        "OrganizationNetworkAnswer": {
          "type": "object",
          "required": ["network"],
          "properties": {
            "network": {
              "type": "object",
              "required": ["ceiling", "allowedHosts", "serverCeiling"],
              "properties": {
                "ceiling": {"enum": ["none", "trusted", "custom", "all"]},
                "allowedHosts": {"type": "array", "items": {"type": "string"}},
                "serverCeiling": {"enum": ["none", "trusted", "custom", "all"], "description": "The operator's, which holds besides."}
              }
            }
          }
        },
        "AllowedHostBody": {
          "type": "object",
          "required": ["host"],
          "properties": {"host": {"type": "string", "examples": ["example.com"]}}
        },
        "NewEnvironment": {
          "allOf": [{"$ref": "#/components/schemas/EnvironmentEdit"}],
          "required": ["name"]
        },
        "SecretAssignment": {
          "type": "object",
          "required": ["value"],
          "properties": {"value": {"type": "string", "minLength": 4, "maxLength": 32768, "description": "Up to 32 KiB; not blank."}}
        }
        """#
}
