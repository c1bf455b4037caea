//! The built-in tables: the status codes of five cloud services, each read from a page of its API reference.

crate::status_table! {
    /// Status codes of the API reference of Virtual Private Network.
    pub mod vpn = "tables/vpn.rst";
    /// Status codes of the API reference of VPC Endpoint.
    pub mod vpcep = "tables/vpcep.rst";
    /// Common status codes of the API reference of Direct Connect.
    pub mod dc = "tables/dc.rst";
    /// Status codes of the API reference of Enterprise Router.
    pub mod er = "tables/er.rst";
    /// Status codes of the API reference of Virtual Private Cloud.
    pub mod vpc = "tables/vpc.md";
}
