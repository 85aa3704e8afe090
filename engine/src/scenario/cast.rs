//! Who takes part, by name: hosts, services, nodes.
use crate::kernel::{HostId, MessageName, NodeId, Place, ServiceId};
use crate::modes::ClassId;
use crate::node::{Card, Key};

/// A machine on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct CastHost {
    /// "n1", or the client's name.
    pub name: String,
    /// Its place on the stage, from the left and from the top, 0 to 100.
    pub at: (f64, f64),
    /// Does it carry a client and nothing else?
    pub is_client: bool,
}

/// A service and its nodes.
#[derive(Clone, Debug)]
pub struct CastService {
    /// "register".
    pub name: String,
    /// Its mechanism.
    pub card: &'static Card,
    /// The name and the host of the node at each place.
    pub nodes: Vec<(String, HostId)>,
    /// What its keys are called.
    pub keys: Vec<String>,
}

/// All names of a scenario. The clients are the last service.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Machines, by number.
    pub hosts: Vec<CastHost>,
    /// Services, by number.
    pub services: Vec<CastService>,
}

impl Cast {
    /// The service of the clients.
    pub const CLIENTS: &str = "clients";
    /// Who owns the settings of links and disks.
    pub const NETWORK: &str = "network";

    /// A machine by its name.
    pub fn host(&self, name: &str) -> Option<HostId> {
        let found = self.hosts.iter().position(|host| host.name == name);
        found.map(|number| HostId(number as u16))
    }

    /// A service by its name.
    pub fn service(&self, name: &str) -> Option<ServiceId> {
        let found = self.services.iter().position(|service| service.name == name);
        found.map(|number| ServiceId(number as u8))
    }

    /// A service by its number.
    pub fn info(&self, service: ServiceId) -> &CastService {
        &self.services[service.index()]
    }

    /// A node by its name, "n1", or "register.n1" where several services have one of that name.
    pub fn node(&self, name: &str) -> Option<NodeId> {
        let (service, name) = match name.split_once('.') {
            Some((service, name)) => (Some(self.service(service)?), name),
            None => (None, name),
        };
        let mut nodes = self.nodes().filter(|(id, node)| {
            *node == name && service.is_none_or(|service| service == id.service)
        });
        let (found, _) = nodes.next()?;
        nodes.next().is_none().then_some(found)
    }

    /// The name of a node, as short as it can be.
    pub fn node_name(&self, node: NodeId) -> String {
        let service = self.info(node.service);
        let Some((name, _)) = service.nodes.get(node.index()) else { return "?".into() };
        match self.node(name) {
            Some(_) => name.clone(),
            None => format!("{}.{name}", service.name),
        }
    }

    /// A node's own name in its service.
    pub fn own_name(&self, node: NodeId) -> &str {
        let service = self.services.get(node.service.index());
        service.and_then(|info| info.nodes.get(node.index())).map_or("?", |(name, _)| name)
    }

    /// The name of a machine.
    pub fn host_name(&self, host: HostId) -> &str {
        self.hosts.get(host.index()).map_or("?", |info| &info.name)
    }

    /// The machine of a node.
    pub fn host_of(&self, node: NodeId) -> Option<HostId> {
        let service = self.services.get(node.service.index())?;
        service.nodes.get(node.index()).map(|(_, host)| *host)
    }

    /// What a key is called.
    pub fn key_name(&self, service: ServiceId, key: Key) -> String {
        let name = self.info(service).keys.get(usize::from(key.0));
        name.cloned().unwrap_or_else(|| format!("k{}", key.0))
    }

    /// A class by its name, "register.reads".
    pub fn class(&self, name: &str) -> Option<(ServiceId, ClassId)> {
        let (service, class) = name.split_once('.')?;
        let service = self.service(service)?;
        let classes = self.info(service).card.classes;
        let found = classes.iter().position(|card| card.name == class)?;
        Some((service, ClassId(found as u8)))
    }

    /// The name of a class.
    pub fn class_name(&self, service: ServiceId, class: ClassId) -> &'static str {
        self.info(service).card.classes.get(class.index()).map_or("?", |card| card.name)
    }

    /// The name of a message: "n1 -> n3 #12".
    pub fn message_name(&self, name: MessageName) -> String {
        let (from, to) = (self.node_name(name.from), self.node_name(name.to));
        format!("{from} -> {to} #{}", name.nth)
    }

    /// All nodes with their own names.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &str)> {
        self.services.iter().enumerate().flat_map(|(service, info)| {
            info.nodes.iter().enumerate().map(move |(place, (name, _))| {
                let place = Place(place as u16);
                (NodeId { service: ServiceId(service as u8), place }, name.as_str())
            })
        })
    }
}
